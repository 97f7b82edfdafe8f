/** One line of the export log: what left this device, when and in which form. Never content. */
import { z } from './zod.ts';

export const loggedThings = [
  'page-pdf', 'page-docx', 'tables-xlsx', 'tables-csv', 'record-json', 'calendar-ics', 'summary-print', 'summary-text', 'log-csv',
  'record-imported', 'meeting-removed', 'backup-made', 'backup-restored', 'meeting-reduced', 'code-exported',
  'patterns-pdf', 'patterns-docx', 'patterns-csv', 'patterns-xlsx', 'patterns-print',
] as const;
export type LoggedThing = (typeof loggedThings)[number];

export const logLineSchema = z.looseObject({
  id: z.string(),
  atMs: z.number(),
  what: z.enum(loggedThings),
  kind: z.enum(['identified', 'de-identified', 'none']),
  meetings: z.number(),
  /** Asked for whenever an identified form leaves; empty otherwise. */
  reason: z.string(),
  deviceOnlyNotesLeftOut: z.number(),
  /** Sealed in an age file, and for whom it opens; missing when it left in clear. */
  sealed: z.optional(z.enum(['passphrase', 'recipients'])),
  /** By which way it left; missing in lines of version 0.1. */
  way: z.optional(z.enum(['saved', 'shared', 'printed', 'copied'])),
  /** SHA-256 of the file as it left, 64 hex digits; missing where no file was made. */
  sha256: z.optional(z.string()),
  /** Notes that the leader left out, by their tag, `none` for those without one. */
  notesLeftOut: z.optional(z.array(z.string())),
});

export type LogLine = z.infer<typeof logLineSchema>;
