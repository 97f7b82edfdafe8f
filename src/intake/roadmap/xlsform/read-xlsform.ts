/**
 * An XLSForm (xlsform.org, the reference that ODK, KoboToolbox and others follow) as a roadmap.
 * Groups become phases, `select_one` on a scale of yes and no becomes items, `hint` what to look
 * for, simple `relevant` conditions. All else is told with its row. Columns `qc_...` are our own.
 */
import { otherLanguage } from '#domain/roadmap/exchange-columns.ts';
import { idShape, limits, type Language } from '#domain/roadmap/limits.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { SlicedFile } from '../../sliced-file.ts';
import { readWorkbook } from '../../xlsx/read-workbook.ts';
import { slug } from '../fitted-text.ts';
import type { ReadRoadmapObstacle, ReadRoadmapOptions, RoadmapPreview } from '../preview.ts';
import type { Choice } from './answers.ts';
import { Conditions } from './conditions.ts';
import { FormTable, languageOf, type FormRow } from './form-table.ts';
import { Survey } from './survey.ts';
import { Told } from './told.ts';

const sheetNames = ['survey', 'choices', 'settings'] as const;
const knownSettings = new Set(['form_title', 'form_id', 'version', 'default_language', 'qc_id', 'qc_title_translated', '']);

/** Reads a workbook as an XLSForm. */
export async function readXlsform(file: SlicedFile, options: ReadRoadmapOptions = {}): Promise<Result<RoadmapPreview, ReadRoadmapObstacle>> {
  const book = await readWorkbook(file, sheetNames);
  if (!book.ok) return book;
  const { names, sheets } = book.value;
  const told = new Told();
  const settings = new FormTable(sheets.get('settings') ?? [], '');
  const about = settings.rows[0] ?? null;
  const wished = about?.get('default_language') ?? '';
  const survey = new FormTable(sheets.get('survey') ?? [], wished);
  if (survey.columns.length === 0) return err({ type: 'SheetMissing', sheet: 'survey' });
  for (const column of ['type', 'name'] as const) if (!survey.column(column, '')) return err({ type: 'ColumnMissing', sheet: 'survey', column });
  for (const name of names) if (name !== '' && !sheetNames.some((known) => known === name) && !name.startsWith('qc_') && name !== 'read me') told.add('survey', 0, 'sheet', name);
  const language = languageOf(survey.column('label', '') ? wished : survey.ownLanguage || wished) ?? 'en';
  tellLanguages(survey, language, told);
  const lists = listsOf(new FormTable(sheets.get('choices') ?? [], wished));
  const translation = otherLanguage(language);
  const conditions = new Conditions(survey.rows, { lists, told, translation });
  const title = told.text('settings', about?.number ?? 0, about?.get('form_title') ?? '', limits.title) || 'Roadmap';
  const read = new Survey(survey.rows, { conditions, lists, told, translation, title, options });
  tellSettings(about, told);
  if (read.items.length === 0) return err({ type: 'NothingFits', notFitting: told.lines });
  const roadmap = parseRoadmap(assembled(read, conditions, { title, language, about, told }));
  const tooMany = ([['items', read.items], ['phases', read.phases], ['conditions', conditions.own()]] as const).find(([of, all]) => all.length > limits[of]);
  if (tooMany) return err({ type: 'TooManyItems', of: tooMany[0], limit: limits[tooMany[0]] });
  if (!roadmap.ok) return roadmap;
  return ok({
    from: 'xlsform', roadmap: roadmap.value,
    becameConditions: conditions.found.map(({ row, id, label, isOwn }) => ({ row, id, label, isOwn })),
    notFitting: [...told.lines].sort((a, b) => order(a.sheet) - order(b.sheet) || a.row - b.row),
  });
}

const order = (sheet: string): number => sheetNames.findIndex((name) => name === sheet);

interface Head {
  readonly title: string;
  readonly language: Language;
  readonly about: FormRow | null;
  readonly told: Told;
}

function assembled(read: Survey, conditions: Conditions, { title, language, about, told }: Head): Roadmap {
  const given = about?.get('qc_id') ?? '';
  const own = conditions.own();
  const translatedTitle = told.text('settings', about?.number ?? 0, about?.get('qc_title_translated') ?? '', limits.title);
  const labels = Object.fromEntries(conditions.found.filter(({ isOwn, translated }) => isOwn && translated !== '').map(({ id, translated }) => [id, { label: translated }]));
  const texts = {
    ...(translatedTitle === '' ? {} : { title: translatedTitle }),
    ...(isEmpty(read.translated.phases) ? {} : { phases: read.translated.phases }),
    ...(isEmpty(read.translated.items) ? {} : { items: read.translated.items }),
    ...(isEmpty(labels) ? {} : { conditions: labels }),
  };
  return {
    id: idShape.test(given) ? given : slug(about?.get('form_id') ?? '') || slug(title) || 'roadmap',
    version: told.text('settings', about?.number ?? 0, about?.get('version') ?? '', limits.version) || '1',
    title,
    ...(language === 'en' ? {} : { language }),
    phases: read.phases, items: read.items,
    ...(own.length > 0 ? { conditions: own } : {}),
    ...(isEmpty(texts) ? {} : { translations: { [otherLanguage(language)]: texts } }),
  };
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

function listsOf(choices: FormTable): ReadonlyMap<string, readonly Choice[]> {
  const lists = new Map<string, Choice[]>();
  for (const row of choices.rows) {
    const list = row.get('list_name');
    const name = row.get('name');
    if (list === '' || name === '') continue;
    const found = lists.get(list) ?? [];
    found.push({ name, label: row.own('label') });
    lists.set(list, found);
  }
  return lists;
}

/** Languages that a roadmap does not carry, once each. */
function tellLanguages(survey: FormTable, own: Language, told: Told): void {
  for (const { name, language, head } of survey.columns) {
    if (name !== 'label' || language === '' || language === survey.ownLanguage) continue;
    if (languageOf(language) !== otherLanguage(own)) told.add('survey', 1, 'language', head);
  }
}

function tellSettings(about: FormRow | null, told: Told): void {
  for (const { head } of about?.others(knownSettings) ?? []) told.add('settings', about?.number ?? 0, 'column', head);
}
