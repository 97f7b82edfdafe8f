/** Names by key. Unknown keys come from newer versions or edited roadmaps and are shown as plain words. */
export type Names = Readonly<Record<string, string>>;

/** `some-key` as `Some key`. */
const plain = (key: string): string => {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const named = (names: Names, key: string): string => (Object.hasOwn(names, key) ? (names[key] ?? plain(key)) : plain(key));
