/** What the editor of a draft works with. */
import type { RoadmapDraft } from '#domain/roadmap/draft.ts';

export interface EditorPorts {
  /** A fresh random id. */
  readonly newId: () => string;
  /** Stores the draft; the store tells when it is on disk. */
  readonly keep: (draft: RoadmapDraft) => void;
}

/** A text in the second language, beside that of the roadmap's own. */
export interface SecondText {
  readonly value: string;
  readonly ontype: (text: string) => void;
}
