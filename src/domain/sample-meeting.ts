/**
 * A made-up annual review to try things out on: held today, marked, noted and reflected
 * upon, and not finished, so that finishing can be tried. It says of itself that it is a
 * sample. Nobody in it exists.
 *
 * It is built by the same verbs that a leader's touches use, so it can hold nothing that a
 * real meeting could not.
 */
import { emptyMeeting, type Answer, type CaptureMode, type Edit, type NoteTag } from './entry.ts';
import type { ItemId, PhaseId } from './ids.ts';
import { dayAfter, localDay, localTime } from './local-day.ts';
import { addFollowUp } from './meeting/follow-up.ts';
import { offeredAnswers, setMark } from './meeting/mark.ts';
import { addNote } from './meeting/note.ts';
import { addAttendee, setBasics, setCapture, setLanguage, toggleCondition } from './meeting/plan.ts';
import { addReflection, drawFromNote, setStandout } from './meeting/reflection.ts';
import { addGoal, setBead, setBeadWords, setCounter, threadRows, type BeadAnswer } from './meeting/thread.ts';
import { endMeeting, enterPhase, startMeeting } from './meeting/timing.ts';
import { closeTurn, takeFloor, type VoiceRole } from './meeting/voice.ts';
import { notesOf } from './meeting/note.ts';
import type { Roadmap } from './roadmap/roadmap.ts';
import { chainLinks } from './entry.ts';
import { withEdits } from './with-edits.ts';
import type { Language } from './roadmap/limits.ts';
import * as inEnglish from './sample-content.ts';
import * as inSpanish from './sample-content-in-spanish.ts';

interface SampleSource {
  readonly roadmap: Roadmap;
  /** A fresh random id at each call. */
  readonly newId: () => string;
  /** When the sample is made; it was held in the hours before. */
  readonly nowMs: number;
  /** The language of its texts; English unless another is asked for. */
  readonly language?: Language;
}

type Told = typeof inEnglish;

const minuteMs = 60_000;

/** A meeting under construction: verbs see what was done so far. */
class Draft {
  meeting = withEdits(emptyMeeting(), []);
  readonly #edits = new Map<string, Edit>();

  act(edits: readonly Edit[]): void {
    this.meeting = withEdits(this.meeting, edits);
    for (const edit of edits) this.#edits.set(edit.entry, edit);
  }

  /** The last edit of every entry: what a journal would come down to. */
  get edits(): Edit[] {
    return [...this.#edits.values()].filter(({ value }) => value !== null);
  }
}

/** The edits that make the sample meeting out of nothing. Items and phases that the roadmap lacks are left out. */
export function sampleMeeting(source: SampleSource): Edit[] {
  const draft = new Draft();
  const told = source.language === 'es' ? inSpanish : inEnglish;
  const startedAtMs = source.nowMs - 2 * 60 * minuteMs;
  plan(draft, { source, told, startedAtMs });
  hold(draft, { source, told, startedAtMs });
  reflect(draft, { source, told, startedAtMs });
  return draft.edits;
}

interface Telling {
  readonly source: SampleSource;
  readonly told: Told;
  readonly startedAtMs: number;
}

function plan(draft: Draft, { source: { newId }, told, startedAtMs }: Telling): void {
  const mode: CaptureMode = 'turns';
  draft.act(setBasics(draft.meeting, {
    type: 'annual', code: told.code, capacity: 'observer', sample: true,
    onDate: localDay(startedAtMs), startsAt: localTime(startedAtMs), ...told.place,
  }));
  for (const condition of told.conditions) draft.act(toggleCondition(draft.meeting, condition));
  draft.act(setLanguage(draft.meeting, told.language));
  draft.act(setCapture(draft.meeting, { mode }));
  for (const attendee of told.attendees) draft.act(addAttendee(draft.meeting, { id: newId(), ...attendee }));
}

function hold(draft: Draft, { source, told, startedAtMs }: Telling): void {
  const { newId } = source;
  const at = (minute: number): number => startedAtMs + Math.round(minute * minuteMs);
  draft.act(startMeeting(draft.meeting, startedAtMs));
  for (const [phase, minute] of told.visits) visit(draft, source, phase, at(minute));
  for (const [minute, role] of told.turns) speak(draft, newId(), role, at(minute));
  draft.act(closeTurn(draft.meeting, at(told.endMinute)));
  for (const one of told.marks) mark(draft, source.roadmap, one, at(one[2]));
  for (const [minute, tag, about, text] of told.notes) note(draft, source, { minute: at(minute), tag, about, text });
  for (const goal of told.goals) thread(draft, goal, at);
  for (const [name, count] of told.counters) draft.act(setCounter(draft.meeting, name, count));
  draft.act(endMeeting(draft.meeting, at(told.endMinute)));
}

function visit(draft: Draft, { roadmap, newId }: SampleSource, phase: PhaseId, nowMs: number): void {
  if (!roadmap.phases.some(({ id }) => id === phase)) return;
  // The place on the screen is not part of what happened, so only the visit is kept.
  draft.act(enterPhase(draft.meeting, phase, { id: newId(), nowMs }).filter(({ kind }) => kind !== 'place'));
}

const speak = (draft: Draft, id: string, role: VoiceRole | null, nowMs: number): void => {
  draft.act(role === null ? closeTurn(draft.meeting, nowMs) : takeFloor(draft.meeting, role, { id, nowMs }));
};

function mark(draft: Draft, roadmap: Roadmap, [id, answer]: readonly [ItemId, Answer, number], nowMs: number): void {
  const item = roadmap.items.find((known) => known.id === id);
  if (!item) return;
  const taken = offeredAnswers(item).includes(answer) ? answer : 'no';
  draft.act(setMark(draft.meeting, item, taken, nowMs));
}

interface SampleNote {
  readonly minute: number;
  readonly tag: NoteTag | null;
  readonly about: string;
  readonly text: string;
}

function note(draft: Draft, { roadmap, newId }: SampleSource, { minute, tag, about, text }: SampleNote): void {
  const known = roadmap.items.some(({ id }) => id === about);
  const to = known ? ({ to: 'item', id: about } as const) : ({ to: 'meeting', id: '' } as const);
  draft.act(addNote({ id: newId(), text, tag, about: to, nowMs: minute }));
}

interface SampleGoal {
  readonly words: string;
  readonly beads: readonly (readonly [BeadAnswer, number, string])[];
}

function thread(draft: Draft, { words, beads }: SampleGoal, at: (minute: number) => number): void {
  draft.act(addGoal(draft.meeting, words));
  const row = threadRows(draft.meeting).at(-1)?.row;
  if (row === undefined) return;
  for (const [index, [answer, minute, said]] of beads.entries()) {
    const link = chainLinks[index];
    if (link === undefined) return;
    draft.act(setBead(draft.meeting, row, link, answer, at(minute)));
    if (said !== '') draft.act(setBeadWords(draft.meeting, row, link, said, at(minute)));
  }
}

function reflect(draft: Draft, { source: { roadmap, newId, nowMs }, told }: Telling): void {
  for (const drawn of notesOf(draft.meeting).filter(({ text }) => told.drawnAsStrength.includes(text))) {
    draft.act(drawFromNote(draft.meeting, drawn, { id: newId(), section: 'strength' }));
  }
  for (const [section, from, id, text] of told.reflections) {
    const known = from !== 'item' || roadmap.items.some((item) => item.id === id);
    const source = known ? { from, id } : ({ from: 'self', id: '' } as const);
    draft.act(addReflection(draft.meeting, { id: newId(), section, text, source }));
  }
  draft.act(setStandout(draft.meeting, told.standout));
  const today = localDay(nowMs);
  for (const [what, owner, days] of told.followUps) {
    const source = { from: 'self', id: '' } as const;
    draft.act(addFollowUp(draft.meeting, { id: newId(), what, owner, dueOn: dayAfter(today, days), source }));
  }
}
