/** What a file of a roadmap gives, before anything of it is kept. */
import type { NotARoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import type { JsonObstacle, TextObstacle } from '../obstacles.ts';
import type { WorkbookObstacle } from '../xlsx/read-workbook.ts';

export type RoadmapForm = 'json' | 'csv' | 'xlsform' | 'link';

/** Why something of a file has no place in a roadmap, or another place than it had. */
export type Unfit =
  /** A kind of question: text, number, place, picture ... It is left out. `about` is the type. */
  | 'type'
  /** What tools note by themselves: start, end, device. It is left out. */
  | 'metadata'
  /** Choices that are not Yes, Partly, Not yet and N/A. The question is left out. */
  | 'scale'
  /** The same, taken over with these answers because that was wished. */
  | 'scale-taken'
  /** Its list of choices is not there. The question is left out. */
  | 'list-missing'
  /** It has neither label nor name. */
  | 'no-label'
  | 'disabled'
  /** A field of a question that was taken. `about` is the column. */
  | 'column'
  /** When it is asked is more than any or all of some conditions: it is asked always. */
  | 'relevant'
  /** A group in a group becomes a phase of its own. */
  | 'nested'
  /** Asked several times there, once here. */
  | 'repeat'
  /** A group that ends without having begun, or does not end. */
  | 'unbalanced'
  /** The label has more than 60 characters; the whole of it stands under what to look for. */
  | 'label-long'
  /** Cut to what has room here. `about` is the text that was cut. */
  | 'cut'
  /** Control characters or marks of direction were taken out. */
  | 'signs'
  /** The answer to another question is put into the text there; it stays as it is written. */
  | 'piped'
  /** Texts in a language that a roadmap does not carry. `about` is the column. */
  | 'language'
  /** Two of one name: the later one has another id here. */
  | 'renamed'
  /** Whole sheets that have no place here. */
  | 'sheet';

export interface NotFitting {
  readonly sheet: 'survey' | 'choices' | 'settings' | 'table';
  /** As the file counts, from 1; 0 for the whole sheet. */
  readonly row: number;
  readonly why: Unfit;
  /** At most 80 characters of what it is about. */
  readonly about: string;
}

/** A roadmap as it would come in, and everything of the file that would not. */
export interface RoadmapPreview {
  readonly from: RoadmapForm;
  readonly roadmap: Roadmap;
  /** Questions of the file that became conditions of the roadmap's own, or of the app, by row. */
  readonly becameConditions: readonly { readonly row: number; readonly id: string; readonly label: string; readonly isOwn: boolean }[];
  /** In the order of the file. */
  readonly notFitting: readonly NotFitting[];
}

export interface ReadRoadmapOptions {
  /** Takes over questions with other scales too, with the four answers. */
  readonly otherScales?: boolean;
}

/** What can be in the way of a roadmap's file. Nothing of it is taken then. */
export type ReadRoadmapObstacle =
  | TextObstacle
  | JsonObstacle
  | WorkbookObstacle
  | NotARoadmap
  /** A workbook without the sheet that an XLSForm has. */
  | { readonly type: 'SheetMissing'; readonly sheet: 'survey' }
  /** A sheet or table without a column that it cannot do without. */
  | { readonly type: 'ColumnMissing'; readonly sheet: NotFitting['sheet']; readonly column: string }
  /** A table of which a row does not fit; `row` counts from 1, the head among them. */
  | { readonly type: 'RowRefused'; readonly row: number; readonly column: string }
  /** Not one question of it fits; why, for each of them. */
  | { readonly type: 'NothingFits'; readonly notFitting: readonly NotFitting[] }
  | { readonly type: 'TooManyItems'; readonly limit: number; readonly of: 'items' | 'phases' | 'conditions' }
  /** A link that was cut, altered, or made to unpack to far more than a roadmap is. */
  | { readonly type: 'LinkBroken' };

/** At most this much of a text is shown. */
export const aboutLimit = 80;
