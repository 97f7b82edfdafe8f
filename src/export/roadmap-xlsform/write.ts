/**
 * A roadmap as an XLSForm (xlsform.org): survey, choices and settings, which ODK, KoboToolbox
 * and others read. What the standard has no place for stands in columns `qc_...`, which they
 * leave alone. Text cells are never formulas (`tables-xlsx/cell.ts`).
 */
import type { Answer } from '#domain/entry.ts';
import type { Cell, Table } from '#domain/record/table.ts';
import { translationOf, withoutReferences } from '#domain/roadmap/exchange-columns.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { FormWords, WriteRoadmap } from '../roadmap-format.ts';
import { sheetsOf } from '../tables-xlsx/sheet.ts';
import { packed } from '../tables-xlsx/workbook.ts';
import { languageNames, lists, surveyColumns, surveyOf, type SurveyColumn } from './survey.ts';

export const write: WriteRoadmap = (roadmap, words) => packed(tablesOf(roadmap, words).flatMap(sheetsOf));

/** The three sheets as tables. */
export function tablesOf(roadmap: Roadmap, words: Readonly<Record<Language, FormWords>>): readonly Table[] {
  const { own, other, texts } = translationOf(roadmap);
  const isTranslated = Object.keys(texts).length > 0;
  const name = (column: string): string => (column.endsWith('_other') ? `${column.slice(0, -6)}::${languageNames[other]}` : column);
  const columns = surveyColumns.filter((column) => isTranslated || !/_other$|_translated$/.test(column));
  return [
    table('survey', columns.map(name), surveyOf(roadmap, words).map((row) => columns.map((column) => cellOf(column, row[column])))),
    table('choices', ['list_name', 'name', 'label', ...(isTranslated ? [name('label_other')] : [])], choices(words[own], words[other], isTranslated)),
    table('settings', ['form_title', 'form_id', 'version', 'default_language', 'qc_id', ...(isTranslated ? ['qc_title_translated'] : [])], [
      [roadmap.title || roadmap.id, formId(roadmap.id), roadmap.version, languageNames[own], roadmap.id, ...(isTranslated ? [texts.title ?? null] : [])],
    ]),
  ];
}

const cellOf = (column: SurveyColumn, text: string | undefined): Cell => (text === undefined ? null : /^(?:label|hint)/.test(column) ? withoutReferences(text) : text);

/** Tools make a file name and an XML name of it. */
const formId = (id: string): string => (/^[a-z]/.test(id) ? id : `_${id}`).replaceAll('-', '_');

function choices(own: FormWords, other: FormWords, isTranslated: boolean): Cell[][] {
  const row = (list: string, answer: Answer): Cell[] => [list, answer, own.answers[answer], ...(isTranslated ? [other.answers[answer]] : [])];
  return [
    ...(['yes', 'partly', 'no', 'na'] as const).map((answer) => row(lists.whole, answer)),
    ...(['yes', 'no', 'na'] as const).map((answer) => row(lists.withoutPartly, answer)),
    [lists.yesNo, 'yes', own.yes, ...(isTranslated ? [other.yes] : [])],
    [lists.yesNo, 'no', own.no, ...(isTranslated ? [other.no] : [])],
  ];
}

const table = (name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Table =>
  ({ name, columns: columns.map((column) => ({ name: column, means: '', type: 'text', free: false })), rows });
