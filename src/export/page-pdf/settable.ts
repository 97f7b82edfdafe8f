/**
 * Text as the embedded fonts can set it. What they cannot set is never a silent box: it stands
 * as a named run, which the page puts into words (`[3 Chinese characters]`).
 */
import type { Script } from '../page.ts';
import { covers } from './coverage.ts';
import { graphemesOf } from './graphemes.ts';

/** A run that can be set, or one that cannot: `count` characters of one script. */
export type Stretch = { readonly text: string; readonly script: null } | { readonly text: string; readonly script: Script; readonly count: number };

const known: readonly (readonly [Script, RegExp])[] = [
  ['emoji', /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u],
  ['japanese', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['chinese', /\p{Script=Han}/u],
  ['korean', /\p{Script=Hangul}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['latin', /\p{Script=Latin}/u],
];

/** Signs that look like one of the fonts' own. */
const alike: Readonly<Record<string, string>> = { '\u2010': '-', '\u2011': '-', '\u2015': '\u2014', '\u02bc': '\u2019', '\u2192': '->', '\u2007': '\u00a0', '\u202f': '\u00a0' };
// Zero width, direction and tag marks show nothing; a joiner counts only within a picture.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

const scriptOf = (text: string): Script => known.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';

/** The text in runs, in the order in which it was written; blanks become plain ones, line ends stay. */
export function settable(text: string): Stretch[] {
  const runs: Stretch[] = [];
  const plain = text.normalize('NFC').replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(/\r\n?|[\u2028\u2029\v\f]/gu, '\n');
  for (const segment of graphemesOf(plain)) {
    const last = runs.at(-1);
    const sign = signOf(segment);
    if (sign === null) addMissing(runs, last, segment);
    else if (sign !== '' && last?.script === null) runs[runs.length - 1] = { text: last.text + sign, script: null };
    else if (sign !== '') runs.push({ text: sign, script: null });
  }
  return joined(runs);
}

/** How a character is set: as it is, as its like, as nothing; null when no font has it. */
function signOf(segment: string): string | null {
  if (segment === '\n') return segment;
  if (/^\s$/u.test(segment) && segment !== '\u00a0' && !(segment in alike)) return ' ';
  const plain = Array.from(segment.replaceAll(unseen, ''), (sign) => alike[sign] ?? sign).join('');
  if (plain === '') return '';
  return covers('sans', plain) || covers('serif', plain) ? plain : null;
}

function addMissing(runs: Stretch[], last: Stretch | undefined, segment: string): void {
  const script = scriptOf(segment);
  const both = last && last.script !== null ? sharedScript(last.script, script) : null;
  if (last && last.script !== null && both !== null) runs[runs.length - 1] = { text: last.text + segment, script: both, count: last.count + 1 };
  else runs.push({ text: segment, script, count: 1 });
}

/** The script of two runs as one: signs of no script go with any, Japanese is written with Chinese signs too. */
function sharedScript(one: Script, other: Script): Script | null {
  if (one === other || other === 'other') return one;
  if (one === 'other') return other === 'emoji' ? null : other;
  return [one, other].every((script) => script === 'japanese' || script === 'chinese') ? 'japanese' : null;
}

/** Words of one script with blanks between are one run. */
function joined(runs: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const run of runs) {
    const gap = out.at(-1);
    const before = out.at(-2);
    const both = run.script !== null && gap?.script === null && /^ +$/.test(gap.text) && before && before.script !== null ? sharedScript(before.script, run.script) : null;
    if (run.script !== null && gap && before && before.script !== null && both !== null) {
      out.splice(-2, 2, { text: before.text + gap.text + run.text, script: both, count: before.count + run.count });
    } else out.push(run);
  }
  return out;
}

/** The text as it is set, with words in place of what is missing. */
export const setText = (text: string, missing: (script: Script, count: number) => string): string =>
  settable(text).map((run) => (run.script === null ? run.text : missing(run.script, run.count))).join('');
