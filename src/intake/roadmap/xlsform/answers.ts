/**
 * Which of the four answers a choice of another form stands for. The words are those of forms
 * in use: yes and no, observed and not observed, in compliance, met, present and absent,
 * 0 - 1 - 2 with or without its words, full and some. English and Spanish.
 */
import type { Answer } from '#domain/entry.ts';

export interface Choice {
  readonly name: string;
  readonly label: string;
}

const words: Readonly<Record<Answer, readonly string[]>> = {
  yes: [
    'yes', 'y', 'si', 's', 'true', 'ok', 'observed', 'seen', 'heard', 'seen or heard', 'evident', 'present', 'met', 'done', 'complete', 'completed', 'in place', 'in compliance', 'compliant',
    'full', 'fully', 'fully met', 'fully in place', 'fully implemented', 'full opportunity', 'acceptable', 'always', 'observado', 'presente', 'cumple', 'cumplido', 'completo', 'en cumplimiento', '+', '✓',
  ],
  partly: [
    'partly', 'partial', 'partially', 'in part', 'partially met', 'partially in place', 'partially observed', 'partially implemented', 'some', 'somewhat', 'sometimes', 'some opportunity', 'in progress',
    'emerging', 'en parte', 'parcial', 'parcialmente', 'a veces', 'en progreso',
  ],
  no: [
    'no', 'n', 'false', 'not yet', 'not observed', 'not seen', 'not evident', 'not present', 'absent', 'not met', 'not done', 'incomplete', 'not in place', 'not in compliance', 'out of compliance', 'noncompliant',
    'non compliant', 'not compliant', 'none', 'never', 'not started', 'no opportunity', 'unacceptable', 'aun no', 'no observado', 'ausente', 'no cumple', 'nunca', 'no iniciado', '-', '−', '✗',
  ],
  na: ['na', 'n a', 'nc', 'n c', 'not applicable', 'does not apply', 'no aplica', 'no corresponde', 'no procede'],
};
const answersByWord: ReadonlyMap<string, Answer> = new Map(
  (['yes', 'partly', 'no', 'na'] as const).flatMap((answer) => words[answer].map((word) => [word, answer] as const)),
);

/** Lower case, without accents, signs as blanks. */
function plain(text: string): string {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  return /^[+\-−✓✗]$/u.test(bare) ? bare : bare.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A number before the words, as in `2 = full`, and a sign before them, as in `+ observed`. */
const leading = /^\s*(?:\d+|[+\-−])\s*[=.:)–—-]?\s*(?=\S)/u;

function byWords(text: string): Answer | null {
  const bare = text.replace(leading, '');
  const head = bare.split(/[,;:(–—]| - /u)[0] ?? '';
  for (const tried of [text, bare, head]) {
    const answer = answersByWord.get(plain(tried));
    if (answer) return answer;
  }
  return null;
}

/** The answer that each choice stands for, by its name; null where they are another scale. */
export function answersOf(choices: readonly Choice[]): ReadonlyMap<string, Answer> | null {
  const mapped = choices.map(({ name, label }) => [name, byWords(label === '' ? name : label) ?? (isNumber(label) ? null : byWords(name))] as const);
  const answers = new Map<string, Answer>();
  const numbers = choices.filter((_, at) => mapped[at]?.[1] === null);
  const counted = numbers.length === 0 ? new Map<string, Answer>() : byNumbers(numbers);
  for (const [name, answer] of mapped) {
    const found = answer ?? counted?.get(name);
    if (!found || [...answers.values()].includes(found)) return null;
    answers.set(name, found);
  }
  const given = new Set(answers.values());
  return given.has('yes') && given.has('no') ? answers : null;
}

const isNumber = (text: string): boolean => /^\s*\d+\s*$/u.test(text);

/** Bare 0 and 1, or 0, 1 and 2: no, (partly,) yes. */
function byNumbers(choices: readonly Choice[]): ReadonlyMap<string, Answer> | null {
  const values = choices.map(({ name, label }) => Number((isNumber(label) ? label : name).trim() || Number.NaN));
  const steps: readonly Answer[] = choices.length === 2 ? ['no', 'yes'] : ['no', 'partly', 'yes'];
  if (choices.length < 2 || choices.length > 3 || !choices.every(({ label, name }) => isNumber(label) || (label === '' && isNumber(name)))) return null;
  const answers = values.map((value) => steps[value]);
  return new Map(choices.flatMap(({ name }, at) => { const answer = answers[at]; return answer ? [[name, answer] as const] : []; }));
}

/** True for a list that asks whether something is so, and is no scale to rate on. */
export function isYesNo(choices: readonly Choice[]): boolean {
  const plainly = new Set(['yes', 'y', 'si', 's', 'true', 'no', 'n', 'false']);
  return choices.length === 2 && answersOf(choices) !== null && choices.every(({ name, label }) => plainly.has(plain(label === '' ? name : label)));
}
