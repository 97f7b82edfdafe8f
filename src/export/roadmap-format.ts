/** Formats in which a roadmap leaves, apart from those of meetings: nothing of it is about anybody. */
import type { Answer } from '#domain/entry.ts';
import type { Language } from '#domain/roadmap/limits.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';

export type RoadmapFormatId = 'roadmap-json' | 'roadmap-csv' | 'roadmap-xlsform';

export interface RoadmapFormatMeta {
  readonly id: RoadmapFormatId;
  readonly extension: string;
  readonly mediaType: string;
  /** Whether everything of a roadmap is in the file. */
  readonly whole: boolean;
}

/** Words that a form needs and a roadmap does not have, in one language. */
export interface FormWords {
  readonly answers: Readonly<Record<Answer, string>>;
  readonly yes: string;
  readonly no: string;
  /** Title of the group in which the conditions are asked. */
  readonly conditions: string;
  /** Of a condition that the app has. */
  readonly conditionName: (id: string) => string;
}

/** The bytes of the file. */
export type WriteRoadmap = (roadmap: Roadmap, words: Readonly<Record<Language, FormWords>>) => Promise<Uint8Array<ArrayBuffer>>;
