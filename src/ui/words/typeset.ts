/**
 * Words of a roadmap as they are set on a screen: straight quotes become the printer's own.
 * The roadmap itself keeps what its author typed.
 */
export const typeset = (words: string): string =>
  words
    .replaceAll(/(?<=^|[\s([{\u00a1\u00bf\u2013\u2014\u201c])'(?=\S)/gu, '\u2018')
    .replaceAll('\'', '\u2019')
    .replaceAll(/(?<=^|[\s([{\u00a1\u00bf\u2013\u2014\u2018])"(?=\S)/gu, '\u201c')
    .replaceAll('"', '\u201d');
