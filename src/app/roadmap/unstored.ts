/**
 * An app of which nothing is stored, for trying a roadmap: an annual review with seats laid
 * out, in memory only, gone when it is left. What it is asked for that needs a disk, it has none of.
 */
import type { Change } from '#domain/change.ts';
import { entryIdOf, type ActId, type MeetingId } from '#domain/ids.ts';
import { emptyMeeting, type Edit } from '#domain/entry.ts';
import { firstAttendees, setBasics } from '#domain/meeting/plan.ts';
import { err, ok } from '#domain/result.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { emptyClock, stampOf, tick } from '#domain/stamp.ts';
import type { Everything } from '#data/everything.ts';
import type { SavedState, Store } from '#data/store.ts';
import type { App } from '../app.ts';
import { Session } from '../meeting/session.ts';

export interface Trial {
  readonly app: App;
  readonly session: Session;
}

const nothing: Everything = { meetings: [], changes: [], records: [], roadmaps: [], drafts: {}, settings: {}, log: [], sync: {} };
const noDisk = err({ type: 'WriteRefused', name: 'Unstored' } as const);
const done = (): Promise<void> => Promise.resolve();
const stop = (): void => undefined;
const stopped = (): (() => void) => stop;
const none = (): Promise<null> => Promise.resolve(null);

/** A store that takes everything and keeps nothing. Phrases are read from the real one, and not written back. */
function unstored(real: Store, saved: SavedState): Store {
  return {
    saved, onSaved: stopped, write: done, writeDraft: done, writeSetting: done, close: stop,
    readJournal: () => Promise.resolve({ changes: [], damaged: [] }), watchJournal: stopped,
    readMeeting: none, readMeetings: () => Promise.resolve({ meetings: [], damaged: [] }), watchMeetings: stopped,
    removeMeeting: () => Promise.resolve(ok(false)),
    readRecord: () => Promise.resolve(ok(null)), readRecords: () => Promise.resolve([]), readRevisions: () => Promise.resolve([]),
    readRoadmap: () => Promise.resolve(ok(null)), readRoadmaps: () => Promise.resolve([]), watchRoadmaps: stopped,
    readDraft: none, readDrafts: () => Promise.resolve(new Map()), readSetting: (id) => real.readSetting(id),
    readLog: () => Promise.resolve([]), readOutbox: () => Promise.resolve([]), watchOutbox: stopped, readReceipts: () => Promise.resolve([]),
    readReplicas: () => Promise.resolve([]), watchReplicas: stopped, readNamed: none, readAllNamed: () => Promise.resolve(new Map()), watchNamed: stopped,
    readEverything: () => Promise.resolve({ ...nothing, damaged: [] }), writeEverything: () => Promise.resolve(noDisk),
    erase: () => Promise.resolve(noDisk), selfTest: () => Promise.resolve(noDisk), flush: () => Promise.resolve(true),
  };
}

/** A meeting with this roadmap of which nothing is stored, and the app around it. */
export function beginTrial(app: App, roadmap: Roadmap): Trial {
  const saved: SavedState = { pendingCount: 0, heldSinceMs: null, savedAtMs: null, obstacle: null };
  const store = unstored(app.store, saved);
  const trialApp: App = {
    ...app, store, saved: () => saved, onSaved: stopped,
    shell: {
      marker: { read: none, write: done }, state: app.shell.state, onState: stopped, start: stop, look: () => Promise.resolve(app.shell.state),
      setBusy: stop, applyUpdate: () => Promise.resolve(false), repair: done, keepAwake: stop,
    },
  };
  const meeting = app.newId() as MeetingId;
  const session = new Session(meeting, firstChanges(app, meeting, roadmap), {
    store, nowMs: app.nowMs, node: app.node, newActId: () => app.newId() as ActId,
  });
  return { app: trialApp, session };
}

/** Laid out by the app: not a step that undo should take back. All that a condition may ask is asked, so that every item is seen. */
function firstChanges(app: App, meeting: MeetingId, roadmap: Roadmap): Change[] {
  const asked = [...new Set(roadmap.items.flatMap(({ appliesWhen }) => appliesWhen))];
  const conditions: Edit = { kind: 'conditions', entry: entryIdOf('conditions'), value: { on: asked, language: '' } };
  const act = app.newId() as ActId;
  let clock = emptyClock(app.node);
  return [...setBasics(emptyMeeting(), { type: 'annual', sample: true }), ...firstAttendees({ newId: app.newId }), conditions].map((edit): Change => {
    clock = tick(clock, app.nowMs());
    return { meeting, stamp: stampOf(clock), act, ...edit, imported: true };
  });
}
