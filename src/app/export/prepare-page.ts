import type { Result } from '#domain/result.ts';
import { meetingOf } from '#domain/merge.ts';
import { deviceOnlyCount } from '#domain/meeting/note.ts';
import type { Summary } from '#domain/record/summary.ts';
import { pageFormats } from '#export/registry.ts';
import type { ExportObstacle } from './obstacle.ts';
import { fetchWriter } from './fetch-writer.ts';
import type { PageForm } from './form.ts';
import { pageOfSummary, type PageWords, type Paper } from './page.ts';
import { agree, readied, type Opened, type Prepared, type Terms } from './prepare.ts';

export interface PageOrder extends Terms {
  readonly form: PageForm;
  /** As it is shown; whether it is identified was decided when it was made. */
  readonly summary: Summary;
  readonly words: PageWords;
  readonly paper: Paper;
}

/**
 * The summary as a PDF or a Word document: what the preview shows, and nothing else.
 *
 * `ReasonMissing`, `SealShort`, `SealDiffers`, `RecipientRefused`, `WriterMissing`.
 */
export async function preparePage(opened: Opened, order: PageOrder): Promise<Result<Prepared, ExportObstacle>> {
  const { form, summary, words, paper } = order;
  const terms = { ...order, identified: summary.identified };
  const agreed = agree(form, terms);
  if (!agreed.ok) return agreed;
  const { meta: { extension, mediaType }, load } = pageFormats[form];
  const writer = await fetchWriter(load);
  if (!writer.ok) return writer;
  const bytes = await writer.value.write(pageOfSummary(summary, words), { paper });
  return readied({
    form, bytes, extension, mediaType, sample: summary.sample, meetings: 1,
    tail: `${opened.session.meeting.slice(0, 8)}-revision-${String(Math.max(1, summary.revision))}`,
    deviceOnlyNotesLeftOut: deviceOnlyCount(meetingOf(opened.session.replica)),
  }, terms);
}
