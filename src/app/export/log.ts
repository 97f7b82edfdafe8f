/** The export log: what left this device, when, in which form. Never content. */
import type { LogLine } from '#domain/log-line.ts';
import { meetingOf, type Replica } from '#domain/merge.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { parseReason, type ReasonMissing } from './reason.ts';

export type { LogLine } from '#domain/log-line.ts';

type Line = Pick<LogLine, 'what' | 'kind' | 'reason'> & { readonly replica: Replica };

/**
 * Adds the line of one meeting. Not awaited by those who hand something over: on a full
 * tablet the line waits in memory, and the leader can save the meeting all the same.
 */
export const writeLogLine = (app: App, { what, kind, reason, replica }: Line): Promise<void> =>
  app.store.write({
    log: {
      id: app.newId(), atMs: app.nowMs(), what, kind, meetings: 1, reason,
      deviceOnlyNotesLeftOut: deviceOnlyCount(meetingOf(replica)),
    },
  });

/** All lines, the latest first. */
export const readExportLog = async (app: App): Promise<readonly LogLine[]> =>
  [...(await app.store.readLog())].sort((a, b) => b.atMs - a.atMs);

/**
 * Notes that the summary is printed. An identified page needs a reason, which the caller
 * asks for before it opens the browser's own print.
 */
export function logPrint(
  app: App,
  replica: Replica,
  { identified, reason }: { readonly identified: boolean; readonly reason: string },
): Result<void, ReasonMissing> {
  const given = parseReason(reason);
  if (identified && !given.ok) return given;
  const line = { what: 'summary-print', kind: identified ? 'identified' : 'de-identified', replica } as const;
  void writeLogLine(app, { ...line, reason: identified && given.ok ? given.value : '' }); // see writeLogLine
  return ok(undefined);
}
