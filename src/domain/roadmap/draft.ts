/**
 * A roadmap that is being written: the same shape with texts that may still be empty, what it
 * was made from, and the commands of the editor. Every command gives a new draft that shares
 * all it did not touch; one that names what is not there gives the same draft. Ids are given
 * once and never change, and that of a retired item is never another's.
 */
import { addCondition, removeCondition, setCondition, setDistrict, setTranslation, type ConditionCommand, type TextCommand } from './draft-texts.ts';
import { addItem, bringBackItem, mergeItems, moveItem, retireItem, setItem, splitItem, type ItemCommand } from './draft-items.ts';
import { addPhase, movePhase, retirePhase, setPhase, type PhaseCommand } from './draft-phases.ts';
import { changed } from './draft-lists.ts';
import type { Language } from './limits.ts';
import type { Roadmap } from './roadmap.ts';

export interface RoadmapDraft {
  /** As it stands. Its version is empty until it is published; phases and items may be none. */
  readonly roadmap: Roadmap;
  /** The version that it was made from; null when it was begun empty. */
  readonly base: Roadmap | null;
}

export type DraftCommand =
  | { readonly type: 'set-title'; readonly title: string }
  | { readonly type: 'set-language'; readonly language: Language }
  | PhaseCommand | ItemCommand | ConditionCommand | TextCommand;

/** A draft with nothing in it but a title. */
export const emptyDraft = (id: string, title: string): RoadmapDraft =>
  ({ roadmap: { id, version: '', title, phases: [], items: [] }, base: null });

/** A draft of the next version of a roadmap; with `asCopyWithId`, of the first one of a roadmap of its own. */
export function draftFrom(roadmap: Roadmap, { asCopyWithId }: { readonly asCopyWithId?: string } = {}): RoadmapDraft {
  const { id, version } = roadmap;
  return { roadmap: changed(roadmap, { id: asCopyWithId ?? id, version: '', basedOn: { id, version }, publishedOn: undefined }), base: roadmap };
}

/**
 * The draft after one command. `newId` names what the command adds: any id of {@link idShape}'s
 * form, random ones for preference; where it is taken, the next free one with a number after it.
 */
export function carriedOut(draft: RoadmapDraft, command: DraftCommand, newId: string): RoadmapDraft {
  const roadmap = after(draft, command, newId);
  return roadmap === draft.roadmap ? draft : { ...draft, roadmap };
}

function after(draft: RoadmapDraft, command: DraftCommand, newId: string): Roadmap {
  const { roadmap } = draft;
  switch (command.type) {
    case 'set-title': return { ...roadmap, title: command.title };
    case 'set-language': return { ...roadmap, language: command.language };
    case 'add-phase': return addPhase(draft, command, newId);
    case 'set-phase': return setPhase(roadmap, command);
    case 'move-phase': return movePhase(roadmap, command);
    case 'retire-phase': return retirePhase(draft, command);
    case 'add-item': return addItem(draft, command, newId);
    case 'set-item': return setItem(roadmap, command);
    case 'move-item': return moveItem(roadmap, command);
    case 'retire-item': return retireItem(draft, command.item);
    case 'bring-back-item': return bringBackItem(draft, command);
    case 'split-item': return splitItem(draft, command, newId);
    case 'merge-items': return mergeItems(draft, command, newId);
    case 'add-condition': return addCondition(draft, command, newId);
    case 'set-condition': return setCondition(roadmap, command);
    case 'remove-condition': return removeCondition(roadmap, command);
    case 'set-translation': return setTranslation(roadmap, command);
    case 'set-district': return setDistrict(roadmap, command);
  }
}
