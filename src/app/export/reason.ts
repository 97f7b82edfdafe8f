import { err, ok, type Result } from '#domain/result.ts';

/** An identified form was asked for without saying what for. */
export interface ReasonMissing {
  readonly type: 'ReasonMissing';
}

/** The reason as it goes into the log: trimmed, at most 500 characters; refused when nothing is left. */
export function parseReason(text: string): Result<string, ReasonMissing> {
  const reason = text.trim().slice(0, 500);
  return reason === '' ? err({ type: 'ReasonMissing' }) : ok(reason);
}
