// Pictures joined to one, flags, a letter with the marks that stand on it. Firefox before 125 has no Intl.Segmenter.
const cluster = /\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*|\p{Regional_Indicator}{2}|[^]\p{M}*/gu;

/** The characters of a text as a reader counts them. */
export const graphemesOf = (text: string): readonly string[] => text.match(cluster) ?? [];
