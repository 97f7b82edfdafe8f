import { copyText } from '#device/copy-text.ts';
import type { Replica } from '#domain/merge.ts';
import { ok, type Result } from '#domain/result.ts';
import type { App } from '../app.ts';
import { logSummary } from './log.ts';
import type { ReasonMissing } from './reason.ts';

/**
 * Puts the summary on the clipboard as text, its log line first. Call it from the handler
 * of a tap. False where the browser lets no page write there: the screen shows the text
 * instead, to be copied by hand. `ReasonMissing` for an identified one without a reason.
 */
export async function copySummary(
  app: App, replica: Replica, { text, identified, reason }: { readonly text: string; readonly identified: boolean; readonly reason: string },
): Promise<Result<boolean, ReasonMissing>> {
  const logged = logSummary(app, replica, { way: 'copied', identified, reason });
  return logged.ok ? ok(await copyText(text)) : logged;
}
