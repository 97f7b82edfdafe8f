/** What goes before tables, in whatever format: what they are of, what is left out, what each column means. */
import { leastShown } from '#domain/record/small-counts.ts';
import type { BookFacts } from '#domain/record/tables-of-many.ts';
import { omission } from '#domain/record/without-code.ts';
import type { TablesWords } from './file-words.ts';

export interface ReadMe {
  readonly title: string;
  readonly lines: readonly string[];
  readonly words: TablesWords;
}

/** The lines above the list of columns; `form` are lines on the format itself. */
export function readMeOf({ kind, meetings, samples, from, to }: BookFacts, form: readonly string[], words: TablesWords, purpose = words.purposeLine): ReadMe {
  return {
    title: words.title(meetings),
    words,
    lines: [
      purpose,
      '',
      ...words.kind(kind, omission),
      ...(from === null ? [] : [words.held(from, to ?? from)]),
      ...(samples === 0 ? [] : [words.samples(samples)]),
      words.noDeviceOnly,
      ...(meetings > 1 ? words.ofMany(kind, leastShown) : []),
      '',
      ...form,
      words.notLookedAt,
      ...namesAreData(words),
    ],
  };
}

/** That names of tables and columns are English, where the rest is not. */
export const namesAreData = (words: TablesWords): readonly string[] => [words.namesAreData()].filter((line) => line !== '');
