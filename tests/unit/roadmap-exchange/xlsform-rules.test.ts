/** What we write, held against the rules of the XLSForm reference; the workbook is read by an unrelated library. */
import { read as readBook, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Item, Roadmap } from '#domain/roadmap/roadmap.ts';
import { write } from '#export/roadmap-xlsform/write.ts';
import { formWords } from './books.ts';

type Row = Readonly<Record<string, string>>;

async function formOf(roadmap: Roadmap): Promise<{ survey: Row[]; choices: Row[]; settings: Row[]; sheets: readonly string[] }> {
  const book = readBook(await write(roadmap, formWords), { type: 'array' });
  const rows = (name: string): Row[] => utils.sheet_to_json<Row>(book.Sheets[name] ?? {}, { defval: '', raw: false });
  return { survey: rows('survey'), choices: rows('choices'), settings: rows('settings'), sheets: book.SheetNames };
}

const base = defaultRoadmap();
const item = (id: string, more: Partial<Item> = {}): Item => ({ ...(base.items[0] ?? (() => { throw new Error('no item'); })()), id, appliesWhen: [], ...more });
/** Ids that collide once they are names, digits first, a phase, an item and a condition of one id, an empty phase. */
const odd: Roadmap = {
  id: '1-odd', version: '3', title: 'Odd & <b>ends</b>',
  phases: [{ id: 'data', stage: 'before', title: 'One ${data}', purpose: '', pinned: false }, { id: 'empty', stage: 'after', title: 'Empty', purpose: '', pinned: true }, { id: '2x', stage: 'during', title: 'Two', purpose: 'Why', pinned: false }],
  items: [item('data', { phase: 'data', stage: 'before' }), item('2-x', { phase: '2x', stage: 'during', appliesWhen: ['own', 'interpreter'], match: 'all' }), item('own', { phase: '2x', stage: 'during', appliesWhen: ['both', 'nobody-knows'] })],
  conditions: [{ id: 'own', label: 'Own' }, { id: 'both', label: 'Both', match: 'all', of: ['own', 'virtual'] }],
  translations: { es: { items: { data: { label: 'Datos' } }, title: 'Raro' } },
};

describe.each([['the default roadmap', base], ['a roadmap with odd ids', odd]])('the form of %s', (_, roadmap) => {
  it('has the three sheets with their columns', async () => {
    const { sheets, survey, choices, settings } = await formOf(roadmap);
    expect(sheets).toEqual(['survey', 'choices', 'settings']);
    expect(Object.keys(survey[0] ?? {})).toEqual(expect.arrayContaining(['type', 'name', 'label', 'hint', 'relevant', 'calculation', 'appearance']));
    expect(Object.keys(choices[0] ?? {})).toEqual(expect.arrayContaining(['list_name', 'name', 'label']));
    expect(settings).toMatchObject([{ form_title: roadmap.title, version: roadmap.version, default_language: 'English (en)' }]);
    expect(settings[0]?.['form_id']).toMatch(/^[A-Za-z_][A-Za-z0-9_.-]*$/u);
  });

  it('has known types, whole groups, and names that are XML names, each once', async () => {
    const { survey } = await formOf(roadmap);
    let depth = 0;
    const names = new Set<string>();
    for (const { type = '', name = '', label = '', calculation = '' } of survey) {
      expect(type).toMatch(/^(?:begin_group|end_group|note|calculate|select_one (?:answers|answers_without_partly|yes_no))$/u);
      if (type === 'end_group') {
        depth -= 1;
        expect(depth).toBeGreaterThanOrEqual(0);
        continue;
      }
      if (type === 'begin_group') depth += 1;
      expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/u);
      expect(names.has(name), name).toBe(false);
      names.add(name);
      expect(['data', 'meta', 'audit', 'instanceID']).not.toContain(name);
      expect(type === 'calculate' ? calculation : label).not.toBe('');
    }
    expect(depth).toBe(0);
  });

  it('refers only to lists and questions that are there, and no group is empty', async () => {
    const { survey, choices } = await formOf(roadmap);
    const lists = new Set(choices.map(({ list_name: list }) => list));
    const names = new Set(survey.map(({ name }) => name));
    for (const { type = '', label = '', relevant = '', calculation = '' } of survey) {
      expect(label).not.toContain('${');
      if (type.startsWith('select_one ')) expect(lists).toContain(type.slice(11));
      for (const [, name] of `${relevant} ${calculation}`.matchAll(/\$\{([^}]+)\}/gu)) expect(names).toContain(name);
      if (relevant !== '') expect(relevant).toMatch(/^\$\{\w+\} = 'yes'(?: (?:or|and) \$\{\w+\} = 'yes')*$/u);
    }
    expect(survey.some(({ type }, at) => type === 'begin_group' && survey[at + 1]?.['type'] === 'end_group')).toBe(false);
    for (const list of lists) {
      const inList = choices.filter(({ list_name: one }) => one === list).map(({ name }) => name);
      expect(new Set(inList).size).toBe(inList.length);
    }
  });

  it('says the same in both languages where it is translated', async () => {
    const { survey, choices } = await formOf(roadmap);
    const isTranslated = roadmap.translations?.es !== undefined;
    expect(choices.every((row) => (row['label::Español (es)'] ?? '') !== '')).toBe(isTranslated);
    expect(survey.some((row) => (row['label::Español (es)'] ?? '') !== '')).toBe(isTranslated);
  });
});

it('asks an item on any or on all of its conditions, by the answers of the first group', async () => {
  const { survey } = await formOf(odd);
  const of = (id: string): Row | undefined => survey.find((row) => row['qc_id'] === id && row['type']?.startsWith('select_one answers'));
  expect(of('2-x')).toMatchObject({ name: '_2_x', relevant: "${own} = 'yes' and ${interpreter} = 'yes'" });
  expect(of('own')).toMatchObject({ relevant: "${both} = 'yes' or ${nobody_knows} = 'yes'" });
  expect(survey.find((row) => row['qc_id'] === 'both')).toMatchObject({ type: 'calculate', calculation: "if(${own} = 'yes' and ${virtual} = 'yes', 'yes', 'no')" });
});
