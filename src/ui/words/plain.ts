/** Words that all screens put together in the same way. */

/** Names by key. Unknown keys come from newer versions or edited roadmaps and are shown as plain words. */
export type Names = Readonly<Record<string, string>>;

/** `some-key` as `Some key`. */
const plain = (key: string): string => {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
export const named = (names: Names, key: string): string => (Object.hasOwn(names, key) ? (names[key] ?? plain(key)) : plain(key));

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

export const typeName = (type: string): string => named(types, type);
export const conditionName = (condition: string): string => named(conditions, condition);

/** `1 meeting`, `3 meetings`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${String(count)}\u00a0${count === 1 ? one : many}`;
/** `interpreter, student and nurse`. */
export const listed = (words: readonly string[]): string =>
  (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`);
/** First letter in lower case, unless the word is an abbreviation or a name. */
export const inSentence = (words: string): string =>
  (/^(?:[A-Z]{2}|English|IEP|Part [A-C])/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));
