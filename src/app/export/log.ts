/** The export log: what left this device, when, in which form. Never content. */
import type { LogLine } from '#domain/log-line.ts';
import { meetingOf, type Replica } from '#domain/merge.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { parseReason, type ReasonMissing } from './reason.ts';

export type { LogLine } from '#domain/log-line.ts';

/** What a line says but for its id and its moment. */
export type NewLine = Pick<
  LogLine, 'what' | 'kind' | 'meetings' | 'reason' | 'deviceOnlyNotesLeftOut' | 'sealed' | 'way' | 'sha256' | 'notesLeftOut'
>;

/**
 * Adds a line. Not awaited by those who hand something over: on a full tablet the line
 * waits in memory, and the leader can save the meeting all the same.
 */
export const writeLine = (app: App, line: NewLine): Promise<void> =>
  app.store.write({ log: { ...line, id: app.newId(), atMs: app.nowMs() } });

/** All lines, the latest first. */
export const readExportLog = async (app: App): Promise<readonly LogLine[]> =>
  [...(await app.store.readLog())].sort((a, b) => b.atMs - a.atMs);

/**
 * Notes that the summary leaves without a file: printed by the browser, or copied as text.
 * An identified one needs a reason, which the caller asks for before it opens the browser's
 * own print or touches the clipboard.
 */
export function logSummary(
  app: App,
  replica: Replica,
  { way, identified, reason }: { readonly way: 'printed' | 'copied'; readonly identified: boolean; readonly reason: string },
): Result<void, ReasonMissing> {
  const given = parseReason(reason);
  if (identified && !given.ok) return given;
  void writeLine(app, { // see writeLine
    what: way === 'printed' ? 'summary-print' : 'summary-text', kind: identified ? 'identified' : 'de-identified', meetings: 1,
    reason: identified && given.ok ? given.value : '', deviceOnlyNotesLeftOut: deviceOnlyCount(meetingOf(replica)), way,
  });
  return ok(undefined);
}
