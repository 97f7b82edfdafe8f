/** The commands of a draft that are about phases. */
import type { PhaseId } from '../ids.ts';
import { changed, freeId, withAt, withOne } from './draft-lists.ts';
import type { RoadmapDraft } from './draft.ts';
import { withoutItems } from './draft-items.ts';
import type { Phase, Roadmap, Stage } from './roadmap.ts';

/** What can be said of a phase; undefined takes away what may be missing. */
export type PhaseFields = Partial<Pick<Phase, 'title' | 'shortTitle' | 'purpose' | 'minutes' | 'stage' | 'pinned'>>;

export type PhaseCommand =
  | { readonly type: 'add-phase'; readonly stage: Stage; readonly index: number; readonly change?: PhaseFields }
  | { readonly type: 'set-phase'; readonly phase: PhaseId; readonly change: PhaseFields }
  /** `index` counts all phases but this one. */
  | { readonly type: 'move-phase'; readonly phase: PhaseId; readonly index: number }
  /** Its items are retired with it. */
  | { readonly type: 'retire-phase'; readonly phase: PhaseId };

type Of<T extends PhaseCommand['type']> = Extract<PhaseCommand, { readonly type: T }>;

/** A phase more. */
export function addPhase(draft: RoadmapDraft, { stage, index, change = {} }: Of<'add-phase'>, newId: string): Roadmap {
  const empty: Phase = { id: freeId(draft, newId), stage, title: '', purpose: '', pinned: false };
  return { ...draft.roadmap, phases: withAt(draft.roadmap.phases, index, changed(empty, { ...change, stage })) };
}

/** A phase with other fields. Its items go to its stage with it. */
export function setPhase(roadmap: Roadmap, { phase: id, change }: Of<'set-phase'>): Roadmap {
  const phases = withOne(roadmap.phases, id, (phase) => changed(phase, change));
  if (phases === roadmap.phases) return roadmap;
  const { stage } = change;
  const items = stage === undefined
    ? roadmap.items
    : roadmap.items.map((item) => (item.phase === id && item.stage !== stage ? { ...item, stage } : item));
  return { ...roadmap, phases: [...phases], items };
}

/** A phase at another place. */
export function movePhase(roadmap: Roadmap, { phase: id, index }: Of<'move-phase'>): Roadmap {
  const phase = roadmap.phases.find((known) => known.id === id);
  return phase ? { ...roadmap, phases: withAt(roadmap.phases.filter((known) => known !== phase), index, phase) } : roadmap;
}

/** Without a phase and its items. */
export function retirePhase(draft: RoadmapDraft, { phase: id }: Of<'retire-phase'>): Roadmap {
  const { phases, items } = draft.roadmap;
  if (!phases.some((phase) => phase.id === id)) return draft.roadmap;
  const roadmap = withoutItems(draft, new Set(items.filter(({ phase }) => phase === id).map((item) => item.id)));
  return { ...roadmap, phases: phases.filter((phase) => phase.id !== id) };
}
