/** Words that all screens put together in the same way, in English. */
import { named, type Names } from '../named.ts';

const types: Names = {
  'initial-eligibility': 'Initial evaluation and eligibility',
  'initial-iep': 'Initial IEP',
  annual: 'Annual review',
  reevaluation: 'Reevaluation',
  amendment: 'Amendment',
  manifestation: 'Manifestation determination',
  transition: 'Transition planning',
  'transfer-in': 'Transfer',
  'parent-requested': 'Meeting the family asked for',
  facilitated: 'Facilitated IEP',
  'part-c': 'Part C to B transition',
  exit: 'Exit',
};

const conditions: Names = {
  interpreter: 'Interpreter',
  'access-format': 'Accessible format',
  virtual: 'Someone by video or phone',
  'english-learner': 'English learner',
  behavior: 'Behavior affects learning',
  'student-attending': 'Student attends',
  transition: 'Transition, age 16 or older',
  'transition-agency': 'Outside agency invited',
  majority: 'Age of majority within a year',
  excused: 'A member is excused',
  draft: 'Draft IEP shared beforehand',
  initial: 'First evaluation or IEP',
  annual: 'Annual review',
  reevaluation: 'Reevaluation',
  amendment: 'Amendment',
  manifestation: 'Manifestation determination',
};

export const plain = {
  typeName: (type: string): string => named(types, type),
  conditionName: (condition: string): string => named(conditions, condition),
  /** `1 meeting`, `3 meetings`. */
  counted: (count: number, one: string, many = `${one}s`): string => `${String(count)}\u00a0${count === 1 ? one : many}`,
  /** `interpreter, student and nurse`. */
  listed: (words: readonly string[]): string =>
    (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`),
  /** First letter in lower case, unless the word is an abbreviation or a name. */
  inSentence: (words: string): string =>
    (/^(?:[A-Z]{2}|English|IEP|Part [A-C])/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)),
};
