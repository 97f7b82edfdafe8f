/**
 * The observation summary as plain values: all that its page shows and no more, so that
 * what a leader sees is exactly what leaves the device.
 *
 * De-identified unless asked otherwise (DOMAIN 5.2):
 *
 *   | value                      | de-identified          | identified |
 *   | code, team, school, room   | none                   | as written |
 *   | days, clock times          | none; month, minutes   | as they are|
 *   | the code within any text   | left out               | as written |
 *   | what looks like a name     | left out unless asked for in either     |
 *   | birth dates, id numbers    | left out with names    | as written |
 *
 * Device-only notes, and what was drawn from them, are in neither.
 */
import { chainLinks, type Answer, type Capacity, type ChainLink, type Meeting, type Source } from '../entry.ts';
import type { EntryId, MeetingId } from '../ids.ts';
import { byDue, followUpsOf, isCarried } from '../meeting/follow-up.ts';
import { answerOf } from '../meeting/mark.ts';
import { takesPart } from '../meeting/members.ts';
import { sharedNotes } from '../meeting/note.ts';
import { attendeesOf, basicsOf, conditionsOf, languageOf } from '../meeting/plan.ts';
import { reflectionsOf, standoutOf, type Section } from '../meeting/reflection.ts';
import { byKind, observedItems, seenOf, tally } from '../meeting/tally.ts';
import { threadRows } from '../meeting/thread.ts';
import { voiceShares, type VoiceShares } from '../meeting/voice.ts';
import type { AskedPhase } from '../roadmap/asked-items.ts';
import type { ItemKind, Roadmap } from '../roadmap/roadmap.ts';
import { revisionOf } from './finish.ts';
import { heldOf, type Held } from './held.ts';
import { withoutCode } from './without-code.ts';
import { withoutNames } from './without-names.ts';
import { withheldEntries } from './withheld.ts';

export const summarySections = [
  'standout', 'strengths', 'growth', 'familyWords', 'seen', 'byKind', 'thread', 'voice', 'nextSteps',
] as const;
export type SummarySection = (typeof summarySections)[number];

export interface SummaryOptions {
  readonly sections: Readonly<Record<SummarySection, boolean>>;
  /** With code, days, team, school and room. */
  readonly identified: boolean;
  /** With what looks like the name of a person, as it was written. */
  readonly names: boolean;
}

/** Everything goes in, and nobody is named. */
export const defaultSummaryOptions: SummaryOptions = {
  sections: {
    standout: true, strengths: true, growth: true, familyWords: true, seen: true, byKind: true, thread: true, voice: true,
    nextSteps: true,
  },
  identified: false,
  names: false,
};

export interface Seen {
  readonly seen: number;
  readonly of: number;
}

export interface SummaryLine {
  /** The number of the item it came from, such as `3.2`; null for one's own words and the thread. */
  readonly number: string | null;
  readonly text: string;
}

export interface SummaryPhase extends Seen {
  readonly phase: string;
  /** 1, 2 ... for the ordered phases of the meeting; null for all others. */
  readonly ordinal: number | null;
  readonly title: string;
  /** A title that fits one column; the title where the roadmap has none. */
  readonly shortTitle: string;
  /** One for each asked item, in order; null is "not looked at". */
  readonly marks: readonly (Answer | null)[];
}

export interface SummaryThreadRow {
  readonly row: string;
  readonly words: string;
  readonly beads: Readonly<Record<ChainLink, Answer | null>>;
  readonly firstBroken: ChainLink | null;
}

export interface SummaryStep {
  readonly what: string;
  readonly owner: string;
  /** 'YYYY-MM-DD', or 'YYYY-MM' where days are left out. */
  readonly dueOn: string | null;
  readonly done: boolean;
  /** A later meeting has taken it over: it is open there, not here. */
  readonly carried: boolean;
}

export interface Summary {
  readonly meetingId: MeetingId | null;
  readonly identified: boolean;
  readonly sample: boolean;
  readonly leftEarly: boolean;
  readonly type: string;
  readonly code: string | null;
  readonly held: Held;
  readonly team: string | null;
  readonly school: string | null;
  readonly room: string | null;
  /** How many take part for certain. */
  readonly attendeesCount: number;
  readonly interpreter: boolean;
  readonly language: string;
  readonly capacity: Capacity | null;
  readonly lookedAt: { readonly count: number; readonly of: number };
  readonly standout: string;
  readonly strengths: readonly SummaryLine[];
  readonly growth: readonly SummaryLine[];
  readonly familyWords: readonly { readonly text: string }[];
  readonly seen: readonly SummaryPhase[];
  readonly byKind: Readonly<Record<ItemKind, Seen>> | null;
  readonly thread: readonly SummaryThreadRow[];
  /** Null when nothing was captured or it is left out. */
  readonly voice: VoiceShares | null;
  readonly nextSteps: readonly SummaryStep[];
  /** 0 for a summary of a meeting that was never finished. */
  readonly revision: number;
  readonly roadmapTitle: string;
  readonly roadmapVersion: string;
}

interface SummarySource {
  readonly meetingId?: MeetingId;
  readonly roadmap: Roadmap;
  readonly phases: readonly AskedPhase[];
  readonly nowMs: number;
}

interface Facts extends SummarySource {
  readonly meeting: Meeting;
  readonly identified: boolean;
  readonly withheld: ReadonlySet<EntryId>;
  readonly text: (words: string) => string;
}

/** The summary of a meeting; sections that are switched off are empty. An open turn counts up to `nowMs`. */
export function summaryOf(meeting: Meeting, source: SummarySource, options: SummaryOptions): Summary {
  const { identified, sections, names } = options;
  const { code } = basicsOf(meeting);
  const unnamed = (words: string): string => (names ? words : withoutNames(words, identified ? 'names' : 'all'));
  const text = (words: string): string => (identified ? unnamed(words) : withoutCode(unnamed(words), code));
  const facts: Facts = { ...source, meeting, identified, withheld: withheldEntries(meeting), text };
  const observed = observedItems(source.phases);
  return {
    ...headOf(facts),
    lookedAt: { count: tally(observed, meeting).lookedAt, of: observed.length },
    standout: sections.standout ? text(standoutOf(meeting)) : '',
    strengths: sections.strengths ? linesOf(facts, 'strength') : [],
    growth: sections.growth ? linesOf(facts, 'growth') : [],
    familyWords: sections.familyWords ? familyWordsOf(facts) : [],
    seen: sections.seen ? seenByPhase(facts) : [],
    byKind: sections.byKind ? seenByKind(facts) : null,
    thread: sections.thread ? threadOf(facts) : [],
    voice: sections.voice ? voiceOf(facts) : null,
    nextSteps: sections.nextSteps ? stepsOf(facts) : [],
  };
}

type Head = Omit<Summary, 'lookedAt' | SummarySection>;

function headOf({ meeting, identified, meetingId, roadmap, text }: Facts): Head {
  const basics = basicsOf(meeting);
  const shown = (words: string): string | null => (identified ? words : null);
  return {
    meetingId: identified ? (meetingId ?? null) : null,
    identified,
    sample: basics.sample === true,
    leftEarly: [...meeting.timing.values()].some(({ leftAtMs }) => leftAtMs !== null),
    type: basics.type,
    code: shown(basics.code), team: shown(basics.team), school: shown(basics.school), room: shown(basics.room),
    held: heldOf(meeting, identified),
    attendeesCount: attendeesOf(meeting).filter(({ how }) => takesPart(how)).length,
    interpreter: conditionsOf(meeting).has('interpreter'),
    language: text(languageOf(meeting)),
    capacity: basics.capacity,
    revision: revisionOf(meeting),
    roadmapTitle: roadmap.title,
    roadmapVersion: roadmap.version,
  };
}

/** The number under which the source of a line stands on the page. */
function numberOf({ meeting, phases }: Facts, source: Source): string | null {
  const notes: ReadonlyMap<string, { readonly about: { readonly to: string; readonly id: string } }> = meeting.note;
  const about = source.from === 'note' ? notes.get(source.id)?.about : { to: source.from, id: source.id };
  if (about?.to !== 'item') return null;
  return phases.flatMap(({ items }) => items).find(({ item }) => item.id === about.id)?.number ?? null;
}

const linesOf = (facts: Facts, section: Section): SummaryLine[] =>
  reflectionsOf(facts.meeting, section)
    .filter(({ entry, text }) => !facts.withheld.has(entry) && text.trim() !== '')
    .map(({ text, source }) => ({ number: numberOf(facts, source), text: facts.text(text) }));

const familyWordsOf = ({ meeting, text }: Facts): { text: string }[] =>
  sharedNotes(meeting).filter(({ tag }) => tag === 'family').map((note) => ({ text: text(note.text) }));

function seenByPhase({ meeting, phases }: Facts): SummaryPhase[] {
  return phases
    .filter(({ phase, items }) => phase.stage !== 'after' && items.length > 0)
    .map(({ phase, ordinal, items }) => ({
      phase: phase.id, ordinal, title: phase.title, shortTitle: phase.shortTitle ?? phase.title,
      marks: items.map(({ item }) => answerOf(meeting, item.id)),
      ...seenOf(tally(items, meeting)),
    }));
}

function seenByKind({ meeting, phases }: Facts): Record<ItemKind, Seen> {
  const { role, quality, equity } = byKind(observedItems(phases), meeting);
  return { role: seenOf(role), quality: seenOf(quality), equity: seenOf(equity) };
}

/** Rows that say something: an untouched row of the whole meeting is left out. */
function threadOf({ meeting, text }: Facts): SummaryThreadRow[] {
  return threadRows(meeting)
    .map(({ row, words, beads, firstBroken }) => ({
      row, words: text(words), firstBroken,
      beads: {
        data: beads.data.answer, impact: beads.impact.answer, goal: beads.goal.answer, service: beads.service.answer,
        placement: beads.placement.answer,
      },
    }))
    .filter(({ words, beads }) => words !== '' || chainLinks.some((link) => beads[link] !== null));
}

function voiceOf({ meeting, nowMs }: Facts): VoiceShares | null {
  const shares = voiceShares(meeting, nowMs);
  return shares.roles.length > 0 ? shares : null;
}

function stepsOf({ meeting, identified, withheld, text }: Facts): SummaryStep[] {
  return followUpsOf(meeting)
    .filter(({ entry, what }) => !withheld.has(entry) && what.trim() !== '')
    .sort(byDue)
    .map((step) => ({
      what: text(step.what), owner: text(step.owner),
      dueOn: identified ? step.dueOn : (step.dueOn?.slice(0, 7) ?? null),
      done: step.doneOn !== null,
      carried: isCarried(step),
    }));
}
