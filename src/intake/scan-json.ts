/**
 * Walks a JSON text (RFC 8259) once, without building anything: is the grammar kept, how
 * deep and how many values is it, which keys has it? `JSON.parse` afterwards can neither
 * fail nor exhaust the stack. Its own error texts differ by browser and name no place.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { forbiddenKeys } from './limits.ts';
import type { JsonObstacle, Place } from './obstacles.ts';

export interface JsonLimits {
  readonly depth: number;
  readonly values: number;
}

type Trouble = Exclude<JsonObstacle, { type: 'NotJson' | 'TruncatedFile' }>;

/** What may come next. */
type Wants = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const blank = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const numberBegun = /-?(?:(?:0|[1-9]\d*)(?:\.\d*|(?:\.\d+)?[eE][+-]?)?)?$/y;
const plainRun = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const escapeBegun = /\\(?:u[0-9a-fA-F]{0,3})?$/y;
const numberGoesOn = /[\d.eE+-]/;
const words = ['true', 'false', 'null'];

/** Accepts exactly what `JSON.parse` accepts, within the limits; else the first obstacle and its place. */
export function scanJson(text: string, limits: JsonLimits): Result<void, JsonObstacle> {
  const scan = new Scan(text, limits);
  while (scan.step());
  return scan.trouble ? err(scan.trouble) : ok(undefined);
}

class Scan {
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #open: ('{' | '[')[] = [];
  #at = 0;
  #values = 0;
  #wants: Wants = 'value';
  trouble: JsonObstacle | null = null;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  /** One token; false at the end or at an obstacle. */
  step(): boolean {
    this.#at = this.#end(blank);
    const sign = this.#text[this.#at];
    if (sign === undefined) {
      if (this.#wants !== 'nothing') this.trouble = { type: 'TruncatedFile', at: this.#place() };
      return false;
    }
    switch (this.#wants) {
      case 'value':
      case 'value-or-end':
        return this.#wants === 'value-or-end' && sign === ']' ? this.#close() : this.#value(sign);
      case 'key':
      case 'key-or-end':
        return this.#wants === 'key-or-end' && sign === '}' ? this.#close() : this.#key(sign);
      case 'colon':
        return sign === ':' ? this.#take(1, 'value') : this.#refuse();
      case 'comma-or-end':
        if (sign === ',') return this.#take(1, this.#open.at(-1) === '{' ? 'key' : 'value');
        return sign === (this.#open.at(-1) === '{' ? '}' : ']') ? this.#close() : this.#refuse();
      case 'nothing':
        return this.#refuse();
    }
  }

  #value(sign: string): boolean {
    this.#values += 1;
    if (this.#values > this.#limits.values) return this.#stop({ type: 'TooMany', limit: this.#limits.values, at: this.#place() });
    if (sign === '{' || sign === '[') return this.#enter(sign);
    if (sign === '"') return this.#string(this.#after());
    if (sign === '-' || (sign >= '0' && sign <= '9')) return this.#number();
    const word = words.find((known) => known.startsWith(sign));
    if (word && this.#text.startsWith(word, this.#at)) return this.#take(word.length, this.#after());
    const rest = this.#text.slice(this.#at, this.#at + 5);
    return word && word.startsWith(rest) ? this.#cut() : this.#refuse();
  }

  #enter(sign: '{' | '['): boolean {
    if (this.#open.length >= this.#limits.depth) return this.#stop({ type: 'TooDeep', limit: this.#limits.depth, at: this.#place() });
    this.#open.push(sign);
    return this.#take(1, sign === '{' ? 'key-or-end' : 'value-or-end');
  }

  #close(): boolean {
    this.#open.pop();
    return this.#take(1, this.#after());
  }

  #number(): boolean {
    numberBegun.lastIndex = this.#at;
    const end = this.#end(number);
    // A number that the text ends in may go on; one that is whole may be the whole document.
    if (end === this.#at || numberGoesOn.test(this.#text[end] ?? '')) return numberBegun.test(this.#text) ? this.#cut() : this.#refuse();
    return this.#take(end - this.#at, this.#after());
  }

  #key(sign: string): boolean {
    if (sign !== '"') return this.#refuse();
    const from = this.#at;
    if (!this.#string('colon')) return false;
    const raw = this.#text.slice(from, this.#at);
    const key: unknown = raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
    if (typeof key !== 'string' || !forbiddenKeys.has(key)) return true;
    this.#at = from;
    return this.#stop({ type: 'ForbiddenKey', key, at: this.#place() });
  }

  #string(then: Wants): boolean {
    this.#at += 1;
    for (;;) {
      this.#at = this.#end(plainRun);
      const sign = this.#text[this.#at];
      if (sign === undefined) return this.#cut();
      if (sign === '"') return this.#take(1, then);
      const next = this.#end(escape);
      if (next === this.#at) {
        escapeBegun.lastIndex = this.#at;
        return escapeBegun.test(this.#text) ? this.#cut() : this.#refuse();
      }
      this.#at = next;
    }
  }

  /** Where a sticky pattern ends that begins here; here, when it does not fit. */
  #end(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? pattern.lastIndex : this.#at;
  }

  #after(): Wants {
    return this.#open.length === 0 ? 'nothing' : 'comma-or-end';
  }

  #take(length: number, wants: Wants): true {
    this.#at += length;
    this.#wants = wants;
    return true;
  }

  #refuse(): false {
    this.trouble = { type: 'NotJson', at: this.#place() };
    return false;
  }

  #cut(): false {
    this.#at = this.#text.length;
    this.trouble = { type: 'TruncatedFile', at: this.#place() };
    return false;
  }

  #stop(trouble: Trouble): false {
    this.trouble = trouble;
    return false;
  }

  #place(): Place {
    const before = this.#text.slice(0, this.#at);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: this.#at - lineStart + 1 };
  }
}
