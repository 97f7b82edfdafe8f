/**
 * Next steps as a calendar file (RFC 5545): tasks (VTODO), or events of a whole day (VEVENT)
 * for calendars that show no tasks. All days are local dates without a time, so that no time
 * zone is needed. Reading the file again changes the same entries: the UID stays, and SEQUENCE
 * grows with the moment of the last change.
 *
 * De-identified: no student code, and what looks like a name is left out of the words. The due
 * day stays, since a calendar is of no use without it.
 */
import { dayAfter } from '#domain/local-day.ts';
import { codeRemover } from '#domain/record/without-code.ts';
import { withoutNames } from '#domain/record/without-names.ts';
import type { CalendarFile, CalendarOptions, WriteCalendar } from '../format.ts';
import { dayValue, folded, momentValue, textValue } from './lines.ts';
import type { CalendarStep } from './step.ts';

/** The bytes of the file. Of steps with one UID, such as one that was carried over, the last changed is written. */
export const write: WriteCalendar = (steps, options) => {
  const latest = new Map<string, CalendarStep>();
  for (const step of steps) {
    const known = latest.get(uidOf(step));
    if (!known || (step.changedAtMs ?? 0) >= (known.changedAtMs ?? 0)) latest.set(uidOf(step), step);
  }
  const shown = [...latest.values()].filter(({ dueOn }) => options.as === 'todo' || dayValue(dueOn) !== null);
  const words = wordsFor(options.kind, steps);
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Quiet Checkpoint//Next steps 1//${options.words.language}`, 'CALSCALE:GREGORIAN',
    ...shown.flatMap((step) => (options.as === 'todo' ? todo(step, options, words) : event(step, options, words))),
    'END:VCALENDAR',
  ];
  return { bytes: new TextEncoder().encode(lines.map(folded).join('')), written: shown.length, withoutDay: latest.size - shown.length } satisfies CalendarFile;
};

const uuid = /^follow-up:([0-9a-f]{8}-[0-9a-f-]{27})$/u;

/**
 * A step that is carried over to a later meeting keeps its random id, and so its place in a
 * calendar. Other ids are one of a kind within their meeting only.
 */
const uidOf = ({ meeting, entry }: CalendarStep): string => `${uuid.exec(entry)?.[1] ?? `${meeting}-${entry.replaceAll(':', '-')}`}@quiet-checkpoint`;

function wordsFor(kind: CalendarOptions['kind'], steps: readonly CalendarStep[]): (words: string) => string {
  if (kind === 'identified') return (words) => words;
  const remove = codeRemover(steps.map(({ code }) => code));
  return (words) => remove(withoutNames(words, 'all'));
}

/** Minutes since 2020: it fits the 31 bits of a SEQUENCE until the year 6100. */
const sequenceOf = (atMs: number): number => Math.min(2_147_483_647, Math.max(0, Math.floor((atMs - Date.UTC(2020, 0, 1)) / 60_000)));

/** The last moment that `momentValue` can write is that of the year 9999. */
const bounded = (atMs: number): number => Math.min(Math.max(0, Math.trunc(atMs) || 0), Date.UTC(9999, 11, 31));

function head(step: CalendarStep, { kind, nowMs, words: said }: CalendarOptions, words: (text: string) => string): string[] {
  const changedAtMs = bounded(step.changedAtMs ?? nowMs);
  const owner = words(step.owner).trim();
  const about = [
    owner === '' ? '' : said.by(owner),
    kind === 'identified' && step.code.trim() !== '' ? said.code(step.code.trim()) : '',
    step.sample ? said.sample : '',
    said.purposeLine,
  ];
  return [
    `UID:${uidOf(step)}`, `DTSTAMP:${momentValue(bounded(nowMs))}`, `LAST-MODIFIED:${momentValue(changedAtMs)}`, `SEQUENCE:${String(sequenceOf(changedAtMs))}`,
    `SUMMARY:${textValue(step.sample ? said.sampleStep(words(step.what)) : words(step.what))}`,
    `DESCRIPTION:${textValue(about.filter((line) => line !== '').join('\n'))}`,
    // What a calendar shows to others is that there is something, no more.
    'CLASS:PRIVATE',
  ];
}

function todo(step: CalendarStep, options: CalendarOptions, words: (text: string) => string): string[] {
  const due = dayValue(step.dueOn);
  const done = dayValue(step.doneOn);
  const isDone = step.doneOn !== null;
  return [
    'BEGIN:VTODO', ...head(step, options, words),
    ...(due === null ? [] : [`DUE;VALUE=DATE:${due}`]),
    `STATUS:${isDone ? 'COMPLETED' : 'NEEDS-ACTION'}`,
    ...(isDone ? ['PERCENT-COMPLETE:100'] : []),
    // It must be a moment; noon of universal time is that day from Hawaii to Fiji.
    ...(done === null ? [] : [`COMPLETED:${done}T120000Z`]),
    'END:VTODO',
  ];
}

function event(step: CalendarStep, options: CalendarOptions, words: (text: string) => string): string[] {
  const due = dayValue(step.dueOn) ?? '';
  const end = dayValue(dayAfter(step.dueOn ?? '', 1));
  return [
    'BEGIN:VEVENT', ...head(step.doneOn === null ? step : { ...step, what: options.words.doneStep(step.what) }, options, words),
    `DTSTART;VALUE=DATE:${due}`,
    ...(end === null ? [] : [`DTEND;VALUE=DATE:${end}`]),
    // The day stays free for meetings.
    'TRANSP:TRANSPARENT', 'STATUS:CONFIRMED', 'END:VEVENT',
  ];
}
