/** Words of a language that nobody speaks: accents on every letter, and as long as any real language makes them. */
const plain = 'aeiounycsdgzAEIOUNYCSDGZ';
const accented = 'áéíóúñýčšďğžÁÉÍÓÚÑÝČŠĎĞŽ';

/** Longer by a half where a text is short, by a third elsewhere: first by a longer last word, as in German, then by more of them. */
function longer(text: string): string {
  if (!/\p{L}{2}/u.test(text)) return text;
  const more = Math.ceil(text.length * (text.length < 20 ? 0.5 : 0.3));
  const added = 'œűéñ'.repeat(Math.ceil(more / 4)).slice(0, more).replaceAll(/(?<=^.{8}|^.{8}(?:.{11})+)/gu, ' ');
  return `${text.replaceAll(/[a-z]/giu, (letter) => accented[plain.indexOf(letter)] ?? letter).trimEnd()}${added}`;
}

/** Words as they stand, with every text in them longer; what is put together stays put together in the same way. */
export function pseudo<T>(words: T): T {
  if (typeof words === 'string') return longer(words) as T & string;
  if (typeof words === 'function') return ((...given: unknown[]) => pseudo((words as unknown as (...all: unknown[]) => unknown)(...given))) as T;
  if (Array.isArray(words)) return words.map((one: unknown) => pseudo(one)) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudo(value as unknown)])) as T;
}
