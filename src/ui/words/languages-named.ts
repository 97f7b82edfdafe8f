/** Names of languages from one language into another: `Spanish` is `español`. */

/** What interpreters are asked for most in US schools, as BCP 47 tags. */
const tags = [
  'es', 'en', 'zh', 'yue', 'cmn', 'vi', 'ar', 'ru', 'uk', 'so', 'ht', 'pt', 'fr', 'de', 'it', 'ko', 'ja', 'fil', 'tl', 'hmn', 'km', 'lo', 'th', 'my', 'ne', 'hi', 'ur',
  'pa', 'bn', 'gu', 'ta', 'te', 'fa', 'prs', 'ps', 'ku', 'am', 'ti', 'om', 'sw', 'rw', 'ln', 'yo', 'ig', 'ha', 'pl', 'ro', 'sq', 'bs', 'sr', 'tr', 'he', 'yi', 'el', 'nv', 'mam', 'quc', 'kjb', 'mix', 'ase', 'sm', 'mh', 'chk',
] as const;

const known = new Map<string, ReadonlyMap<string, string>>();

/** The tags by the names that a language has for them, in lower case. */
function tagsBy(locale: string): ReadonlyMap<string, string> {
  const found = known.get(locale);
  if (found) return found;
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const made = new Map(tags.map((tag) => [(names.of(tag) ?? tag).toLowerCase(), tag]));
  known.set(locale, made);
  return made;
}

/** What somebody wrote as the name of a language, by its name in another one; as it was written where that is not known. */
export function languageIn(written: string, from: string, to: string): string {
  const tag = tagsBy(from).get(written.trim().toLowerCase());
  return tag === undefined ? written : (new Intl.DisplayNames([to], { type: 'language' }).of(tag) ?? written);
}
