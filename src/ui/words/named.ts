/** Names by key. Unknown keys come from newer versions or edited roadmaps and are shown as plain words. */
export type Names = Readonly<Record<string, string>>;

/** With a first letter as at the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `some-key` as `Some key`. */
const plain = (key: string): string => capital(key.replaceAll('-', ' '));

export const named = (names: Names, key: string): string => (Object.hasOwn(names, key) ? (names[key] ?? plain(key)) : plain(key));
