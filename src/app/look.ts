/**
 * How the app looks and speaks on this device: light, writing hand, text size, language. Kept in clear in
 * localStorage, since it is wanted before the first paint (public/boot.js reads the same
 * key) and says nothing about a meeting.
 */
export const themes = ['paper', 'dim', 'system'] as const;
export type Theme = (typeof themes)[number];
export const hands = ['right', 'left'] as const;
export type Hand = (typeof hands)[number];

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export interface Look {
  readonly theme: Theme;
  readonly hand: Hand;
  /** Size of the root text in percent, 90 to 200. */
  readonly textPercent: number;
  /** What the screens speak; a summary may speak another one. */
  readonly language: Language;
}

/** The key in localStorage; public/boot.js reads it too. */
export const lookKey = 'qc.look';
export const smallestText = 90;
export const largestText = 200;
/** The first language of this browser that the app speaks. */
const firstLanguage = (): Language =>
  navigator.languages.map((tag) => languages.find((known) => tag.toLowerCase().split('-')[0] === known)).find((known) => known !== undefined) ?? 'en';
const firstLook = (): Look => ({ theme: 'paper', hand: 'right', textPercent: 100, language: firstLanguage() });

/** Any input as a look; what does not fit is replaced by the default of that part. */
export function parseLook(input: unknown): Look {
  const first = firstLook();
  if (typeof input !== 'object' || input === null) return first;
  const { theme, hand, textPercent, language } = input as Partial<Record<keyof Look, unknown>>; // read as unknown, checked below
  return {
    theme: themes.find((known) => known === theme) ?? first.theme,
    hand: hands.find((known) => known === hand) ?? first.hand,
    textPercent: typeof textPercent === 'number' && Number.isFinite(textPercent)
      ? Math.min(largestText, Math.max(smallestText, Math.round(textPercent)))
      : first.textPercent,
    language: languages.find((known) => known === language) ?? first.language,
  };
}

/** The look of this device; the default where none is kept, or the browser keeps nothing. */
export function readLook(): Look {
  try {
    return parseLook(JSON.parse(localStorage.getItem(lookKey) ?? 'null'));
  } catch {
    // Storage switched off or text of another origin's tool: the default look is right for both.
    return firstLook();
  }
}
