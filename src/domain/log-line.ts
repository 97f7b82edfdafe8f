/** One line of the export log: what left this device, when and in which form. Never content. */
import { z } from './zod.ts';

export const logLineSchema = z.looseObject({
  id: z.string(),
  atMs: z.number(),
  what: z.enum([
    'record-json', 'tables-csv', 'summary-print', 'record-imported', 'meeting-removed',
    'backup-made', 'backup-restored', 'meeting-reduced', 'code-exported',
  ]),
  kind: z.enum(['identified', 'de-identified', 'none']),
  meetings: z.number(),
  /** Asked for whenever an identified form leaves; empty otherwise. */
  reason: z.string(),
  deviceOnlyNotesLeftOut: z.number(),
});

export type LogLine = z.infer<typeof logLineSchema>;
