/** Patterns across meetings on their way out: a report, or their tables. */
import type { TableKind } from '#domain/record/table.ts';
import { exportedLook } from '#domain/patterns/exported.ts';
import type { RoleWords } from '#domain/patterns/exported-names.ts';
import { tablesOfLook } from '#domain/patterns/exported-tables.ts';
import type { Filter } from '#domain/patterns/filter.ts';
import type { PatternLook } from '#domain/patterns/look.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PatternPageWords } from '#export/page-of-patterns.ts';
import { pageFormats, tableWriters } from '#export/registry.ts';
import type { App } from '../app.ts';
import { fetchWriter } from './fetch-writer.ts';
import type { TablesWords } from './file-words.ts';
import { writtenAs, type PatternForm } from './form.ts';
import { writeLine } from './log.ts';
import type { ExportObstacle } from './obstacle.ts';
import type { Paper } from './page.ts';
import { agree, readied, type Prepared, type Terms } from './prepare.ts';
import { parseReason, type ReasonMissing } from './reason.ts';
import { fileKind } from './writers.ts';

export type { PatternPageWords } from '#export/page-of-patterns.ts';

export interface PatternOrder extends Terms {
  readonly form: PatternForm;
  readonly look: PatternLook;
  readonly filter: Filter;
  /** The local day of the look. */
  readonly today: string;
  readonly paper: Paper;
  readonly words: PatternPageWords;
  readonly readMe: TablesWords;
  readonly roles: RoleWords;
}

/**
 * The report or tables of a look. Identified has schools, teams and small counts; neither kind
 * has codes or days.
 *
 * `ReasonMissing`, `SealShort`, `SealDiffers`, `RecipientRefused`, `WriterMissing`.
 */
export async function preparePatterns(order: PatternOrder): Promise<Result<Prepared, ExportObstacle>> {
  const { form, look } = order;
  const agreed = agree(form, order);
  if (!agreed.ok) return agreed;
  const bytes = await written(order, agreed.value.identified ? 'identified' : 'de-identified');
  if (!bytes.ok) return bytes;
  return readied({
    form, bytes: bytes.value, ...fileKind(form), sample: false, meetings: look.meetings, tail: 'with-schools-and-teams', deviceOnlyNotesLeftOut: 0,
  }, order);
}

async function written(order: PatternOrder, kind: TableKind): Promise<Result<Uint8Array<ArrayBuffer>, ExportObstacle>> {
  const { form, words, paper, readMe } = order;
  const look = exportedLook({ ...order, kind });
  if (form === 'patterns-pdf' || form === 'patterns-docx') {
    const made = await fetchWriter(() => Promise.all([pageFormats[writtenAs[form]].load(), import('#export/page-of-patterns.ts')]));
    if (!made.ok) return err(made.error);
    const [{ write }, { pageOfPatterns }] = made.value;
    return ok(await write(pageOfPatterns(look, words), { paper }));
  }
  const made = await fetchWriter(tableWriters[writtenAs[form]]);
  if (!made.ok) return err(made.error);
  const lines = [words.purposeLine, '', words.filter(look), words.meetings(look), words.kind(look)];
  return ok(await made.value.writeTables(tablesOfLook(look), { title: words.name, lines, words: readMe }));
}

/** Notes that the screen is printed by the browser. It names codes and days, so it asks for a reason. */
export function logPatternsPrinted(app: App, { meetings, reason }: { readonly meetings: number; readonly reason: string }): Result<void, ReasonMissing> {
  const given = parseReason(reason);
  if (!given.ok) return given;
  void writeLine(app, { what: 'patterns-print', kind: 'identified', meetings, reason: given.value, deviceOnlyNotesLeftOut: 0, way: 'printed' }); // see writeLine
  return ok(undefined);
}
