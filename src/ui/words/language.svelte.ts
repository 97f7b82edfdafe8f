/**
 * The language of the screens. English is part of every file that uses it; all other words
 * come as one file, before the first screen is shown, when their language is chosen.
 *
 * Each part of the words has one file per language: `en/<part>.ts` gives the keys, and
 * `es/<part>.ts` has to be of the same type, so a missing key does not compile; the build
 * compares them once more (src/build/check-words.ts). `<part>-words.ts` is what screens use.
 */
import type { Language } from '#app/look.ts';
import type { es } from './es/all.ts';
import type { RoadmapTexts } from './roadmap-words.ts';

type Catalog = typeof es;
export type Part = keyof Catalog;

class Spoken {
  /** The words that are not English, once their file is here. */
  #spanish = $state.raw<Catalog | null>(null);
  #roadmap = $state.raw<RoadmapTexts | null>(null);
  #language = $state<Language>('en');
  /** What was asked for last; words of an earlier wish may come later. */
  #wanted: Language = 'en';

  /** What the screens speak now. */
  get language(): Language {
    return this.#language;
  }

  wordsIn<P extends Part>(language: Language, part: P, english: Catalog[P]): Catalog[P] {
    return language === 'es' && this.#spanish !== null ? this.#spanish[part] : english;
  }

  /** The texts of the roadmap that ships; null in its own language, and until `fetch` has them. */
  roadmapTexts(language: Language): RoadmapTexts | null {
    return language === 'es' ? this.#roadmap : null;
  }

  /** Makes the words of a language ready; false when their file cannot be had now. */
  async fetch(language: Language): Promise<boolean> {
    if (language === 'en' || this.#spanish !== null) return true;
    try {
      const [{ es }, { shippedRoadmap }] = await Promise.all([import('./es/all.ts'), import('./es/roadmap.ts')]);
      [this.#spanish, this.#roadmap] = [es, shippedRoadmap];
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false; // all engines tell a missing file so
      throw error;
    }
  }

  /** Speaks a language from now on, everywhere at once; stays with the present one when its words cannot be had. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    if (!(await this.fetch(language)) || this.#wanted !== language) return;
    this.#language = language;
    document.documentElement.lang = locales[language];
  }
}

/** BCP 47 tags, for the page and for Intl. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

export const spoken = new Spoken();

/**
 * The words of a part in the language that is spoken at the moment of reading: never keep a
 * word in a constant of a module, it would stay in the language of the start.
 */
export function inLanguage<P extends Part>(part: P, english: Catalog[P]): Catalog[P] {
  const now = Object.keys(english).map((key) => [key, {
    enumerable: true,
    get: (): unknown => (spoken.wordsIn(spoken.language, part, english) as Readonly<Record<string, unknown>>)[key],
  }] as const);
  return Object.defineProperties({}, Object.fromEntries(now)) as Catalog[P]; // the same keys, each read anew
}

/** The words of a part in a given language, for a page whose language is not the screens'. English until `spoken.fetch` has the others. */
export const wordsIn = <P extends Part>(language: Language, part: P, english: Catalog[P]): Catalog[P] => spoken.wordsIn(language, part, english);
