/**
 * When a question is asked, as far as a roadmap can say it: any, or all, of some questions
 * have some answer. `${a} = 'yes' or selected(${b}, 'c')`, with brackets that change nothing.
 * Everything else that XPath can say is null, and told by the caller.
 */
export interface Term {
  readonly name: string;
  readonly value: string;
}

export interface Relevant {
  readonly match: 'any' | 'all';
  readonly terms: readonly Term[];
}

const lengthLimit = 4_000;
const termLimit = 40;
const deepest = 12;

const token = /\s*(?:\$\{\s*([\w.-]+)\s*\}|'([^']*)'|"([^"]*)"|(\d+(?:\.\d+)?)|(\bor\b|\band\b|\bselected\b|=|\(|\)|,))/y;

type Token = { readonly kind: 'name' | 'value' | 'sign'; readonly text: string };

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  const whole = text.trim();
  token.lastIndex = 0;
  while (token.lastIndex < whole.length) {
    const found = token.exec(whole);
    if (!found) return null;
    const [, name, single, double, number, sign] = found;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'value', text: single ?? double ?? number ?? '' });
  }
  return tokens;
}

/** The conditions of a `relevant`; null for one that is empty of them or says more. */
export function parseRelevant(text: string): Relevant | null {
  if (text.length > lengthLimit) return null;
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  const parser = new Parser(tokens);
  const parsed = parser.either(0);
  if (!parsed || !parser.isAtEnd || parsed.terms.length > termLimit) return null;
  return { match: parsed.terms.length < 2 ? 'any' : parsed.match, terms: parsed.terms };
}

/** `if(<any or all>, 'yes', 'no')`: what a condition that follows from others is written as. */
export function parseFollowing(calculation: string): Relevant | null {
  const inner = /^\s*if\s*\(([\s\S]*),\s*(?:'yes'|"yes")\s*,\s*(?:'no'|"no"|''|"")\s*\)\s*$/.exec(calculation.slice(0, lengthLimit))?.[1];
  return inner === undefined ? null : parseRelevant(inner);
}

/** All of them together, where that is again any or all of some; null where it is not. */
export function together(parts: readonly Relevant[]): Relevant | null {
  const [only, ...others] = parts;
  if (only === undefined) return { match: 'any', terms: [] };
  if (others.length === 0) return only;
  if (parts.some(({ match, terms }) => match === 'any' && terms.length > 1)) return null;
  return { match: 'all', terms: parts.flatMap(({ terms }) => terms) };
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(depth: number): Relevant | null {
    return this.#joined('or', 'any', () => this.#joined('and', 'all', () => this.#one(depth)));
  }

  /** Parts joined by one word; mixed with others they are more than a roadmap can say. */
  #joined(word: string, match: Relevant['match'], part: () => Relevant | null): Relevant | null {
    const first = part();
    if (!first || !this.#is(word)) return first;
    const parts = [first];
    while (this.#takes(word)) {
      const next = part();
      if (!next) return null;
      parts.push(next);
    }
    return parts.every((one) => one.terms.length === 1 || one.match === match) ? { match, terms: parts.flatMap(({ terms }) => terms) } : null;
  }

  #one(depth: number): Relevant | null {
    if (depth > deepest) return null;
    if (this.#takes('(')) {
      const inner = this.either(depth + 1);
      return inner && this.#takes(')') ? inner : null;
    }
    const term = this.#takes('selected') ? this.#selected() : this.#compared();
    return term ? { match: 'any', terms: [term] } : null;
  }

  #selected(): Term | null {
    if (!this.#takes('(')) return null;
    const name = this.#next('name');
    if (name === null || !this.#takes(',')) return null;
    const value = this.#next('value');
    return value !== null && this.#takes(')') ? { name, value } : null;
  }

  #compared(): Term | null {
    const name = this.#next('name');
    if (name === null) {
      const value = this.#next('value');
      const after = value !== null && this.#takes('=') ? this.#next('name') : null;
      return value !== null && after !== null ? { name: after, value } : null;
    }
    const value = this.#takes('=') ? this.#next('value') : null;
    return value === null ? null : { name, value };
  }

  #next(kind: Token['kind']): string | null {
    const found = this.#tokens[this.#at];
    if (found?.kind !== kind) return null;
    this.#at += 1;
    return found.text;
  }

  #is(sign: string): boolean {
    const found = this.#tokens[this.#at];
    return found?.kind === 'sign' && found.text === sign;
  }

  #takes(sign: string): boolean {
    if (!this.#is(sign)) return false;
    this.#at += 1;
    return true;
  }
}
