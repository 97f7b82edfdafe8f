/** What a roadmap is after it left in a form and came back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLinks } from '#domain/entry.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { roadmapSchemaId } from '#domain/roadmap/json-schema.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { itemKinds, legalForces, stages, type Roadmap } from '#domain/roadmap/roadmap.ts';
import { packedRoadmap } from '#export/roadmap-link/pack.ts';
import { write as writeJson } from '#export/roadmap-json/write.ts';
import { readRoadmapLink } from '#intake/roadmap/read-link.ts';
import { carried, formWords, thereAndBack } from './books.ts';

/** One line, as texts of a roadmap are, with what spreadsheets and markup are fond of. */
const line = (most: number, least = 0): fc.Arbitrary<string> => fc.oneof(
  fc.string({ minLength: least, maxLength: Math.min(most, 24) }),
  fc.constantFrom('=1+1', "'quoted'", '"a", b; c', '<b>&amp;</b>', '_x0041_', '-', 'ñ, é, 日本', '${a} {}', 'constructor'),
).map((text) => text.normalize().replaceAll(/[\u0000-\u001f\u007f-\u009f]|\s+/gu, ' ').trim()).filter((text) => text.length >= least && text.length <= most);

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,11}$/).filter((one) => one !== 'constructor');
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 5 });

const texts = <K extends string>(keys: readonly K[]): fc.Arbitrary<Partial<Record<K, string>>> =>
  fc.dictionary(fc.constantFrom(...keys), line(30, 1), { noNullPrototype: true }) as fc.Arbitrary<Partial<Record<K, string>>>;

const roadmaps: fc.Arbitrary<Roadmap> = fc.record({ phases: ids, items: ids, conditions: fc.uniqueArray(id, { maxLength: 3 }), other: fc.boolean(), own: fc.constantFrom('en', 'es') }).chain(({ phases, items, conditions, other, own }) => {
  const known = [...conditions, 'interpreter', 'annual'];
  const match = fc.constantFrom({}, { match: 'all' as const });
  return fc.record({
    id, version: line(10, 1), title: line(40, 1),
    phases: fc.tuple(...phases.map((phase) => fc.record({
      id: fc.constant(phase), stage: fc.constantFrom(...stages), title: line(40, 1), purpose: line(60), pinned: fc.boolean(),
      more: fc.constantFrom({}, { minutes: 12.5 }, { shortTitle: 'Short, one' }),
      in_: texts(['title', 'shortTitle', 'purpose']),
    }))),
    items: fc.tuple(...items.map((item) => fc.record({
      id: fc.constant(item), phase: fc.constantFrom(...phases), kind: fc.constantFrom(...itemKinds), lens: fc.constantFrom(['instruction'] as const, ['compliance', 'instruction'] as const),
      label: line(60, 1), lookFor: line(60), citation: line(40), coachingMove: line(40), appliesWhen: fc.uniqueArray(fc.constantFrom(...known), { maxLength: 3 }), match,
      core: fc.boolean(), chainLink: fc.constantFrom('' as const, ...chainLinks), patterns: fc.uniqueArray(id, { maxLength: 2 }), evidence: fc.constantFrom('document' as const, 'seen-or-heard' as const),
      legalForce: fc.constantFrom(...legalForces), allowPartly: fc.boolean(), continues: fc.uniqueArray(id, { maxLength: 2 }), in_: texts(['label', 'lookFor', 'coachingMove']),
    }))),
    conditions: fc.tuple(...conditions.map((condition, at) => fc.record({
      id: fc.constant(condition), label: line(40, 1), match,
      of: fc.uniqueArray(fc.constantFrom('virtual', ...conditions.slice(0, at)), { maxLength: 2 }), in_: texts(['label']),
    }))),
  }).map(({ phases: allPhases, items: allItems, conditions: allConditions, ...whole }): Roadmap => {
    const stageOf = new Map(allPhases.map((phase) => [phase.id, phase.stage]));
    const said = (all: readonly { id: string; in_: object }[]): Record<string, object> => Object.fromEntries(all.filter(({ in_ }) => Object.keys(in_).length > 0).map((one) => [one.id, one.in_]));
    const purposeless = new Set(allPhases.filter(({ purpose }) => purpose === '').map((phase) => phase.id));
    const inPhases = said(allPhases.map((phase) => ({ id: phase.id, in_: purposeless.has(phase.id) ? without(phase.in_, 'purpose') : phase.in_ })));
    const translation = { title: 'Otra', ...nonEmpty({ phases: inPhases, items: said(allItems), conditions: said(allConditions) }) };
    return {
      ...whole, ...(own === 'es' ? { language: 'es' as const } : {}),
      phases: allPhases.map(({ more, ...phase }) => ({ ...without(phase, 'in_'), ...more })),
      items: allItems.map(({ match: how, continues, ...item }) => ({
        ...without(item, 'in_'), lens: [...item.lens], stage: stageOf.get(item.phase) ?? 'during', ...(item.appliesWhen.length > 1 ? how : {}), ...(continues.length > 0 ? { continues } : {}),
      })),
      ...(allConditions.length > 0 ? { conditions: allConditions.map(({ of, match: how, ...condition }) => ({ ...without(condition, 'in_'), ...(of.length > 0 ? { of, match: of.length > 1 && 'match' in how ? 'all' as const : 'any' as const } : {}) })) } : {}),
      ...(other ? { translations: { [own === 'es' ? 'en' : 'es']: translation } } : {}),
    };
  });
}).filter((roadmap) => parseRoadmap(roadmap).ok);

/** The same without one key. */
function without<T extends object, K extends string>(of: T, key: K): Omit<T, K> {
  const rest = { ...of };
  Reflect.deleteProperty(rest, key);
  return rest;
}

const nonEmpty = (records: Readonly<Record<string, object>>): Record<string, object> => Object.fromEntries(Object.entries(records).filter(([, record]) => Object.keys(record).length > 0));

/** Order of conditions is no matter: those of the app, own ones, own ones that follow. */
const sorted = (roadmap: Roadmap): Roadmap => (roadmap.conditions ? { ...roadmap, conditions: [...roadmap.conditions].sort((a, b) => (a.id < b.id ? -1 : 1)) } : roadmap);

describe('a roadmap that leaves and comes back', () => {
  it.each(['json', 'csv', 'xlsform'] as const)('is the same default roadmap by %s', async (form) => {
    const preview = await thereAndBack(defaultRoadmap(), form);
    expect(preview.notFitting).toEqual([]);
    expect(preview.roadmap).toEqual(carried(defaultRoadmap()));
  });

  it('is the same for all that a workbook carries, and nothing of it is told as not fitting', async () => {
    await fc.assert(fc.asyncProperty(roadmaps, async (roadmap) => {
      const { roadmap: back, notFitting } = await thereAndBack(roadmap, 'xlsform');
      expect(sorted(back)).toEqual(sorted(carried(roadmap)));
      expect(notFitting).toEqual([]);
    }), { numRuns: 40 });
  });

  it('is the same for all that a table carries', async () => {
    await fc.assert(fc.asyncProperty(roadmaps, async (roadmap) => {
      expect(sorted((await thereAndBack(roadmap, 'csv')).roadmap)).toEqual(sorted(carried(roadmap)));
    }), { numRuns: 60 });
  });

  it('is the same by a link, which a code shows when it is small', () => {
    fc.assert(fc.property(roadmaps, (roadmap) => {
      const read = readRoadmapLink(packedRoadmap(roadmap));
      expect(read.ok && read.value.roadmap).toEqual(roadmap);
    }), { numRuns: 40 });
  });

  it('names its schema as JSON, which is not part of it', async () => {
    const text = new TextDecoder().decode(await writeJson(defaultRoadmap(), formWords));
    expect(JSON.parse(text)).toHaveProperty('$schema', roadmapSchemaId);
  });
});
