/**
 * The pieces of an XML text (XML 1.0), as far as workbooks need them: elements by their local
 * names, attributes, text. Bounded and without any declaration: `<!DOCTYPE` refuses the text,
 * so there is no entity but the five that XML has, and nothing to expand or to fetch.
 */
export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Always the last one. */
  | { readonly kind: 'refused'; readonly why: 'not-xml' | 'declares' | 'too-deep' };

/** A worksheet is 7 deep. */
const deepest = 32;

const tag = /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The part of a name after its prefix; writers choose prefixes as they like. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Text with its entities resolved; null for one that XML does not have. */
function resolved(text: string): string | null {
  if (!text.includes('&')) return text;
  let unknown = 0;
  const out = text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : null;
    const sign = code !== null ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : entities[name ?? ''];
    if (sign === undefined) unknown += 1;
    return sign ?? '';
  });
  return unknown === 0 ? out : null;
}

/** Walks a text once. After a `refused` piece nothing comes, and what came before is not to be used. */
export function* xmlPieces(text: string): Generator<XmlPiece> {
  const walk = new Walk(text);
  for (let piece = walk.next(); piece !== null; piece = walk.next()) {
    yield piece;
    if (piece.kind === 'refused') return;
  }
}

const refused = (why: 'not-xml' | 'declares' | 'too-deep'): XmlPiece => ({ kind: 'refused', why });

class Walk {
  readonly #text: string;
  readonly #open: string[] = [];
  /** The end of an element that is written as one empty tag. */
  #ends: XmlPiece | null = null;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\ufeff') ? 1 : 0;
  }

  /** The next piece; null at the end. */
  next(): XmlPiece | null {
    if (this.#ends) {
      const ends = this.#ends;
      this.#ends = null;
      return ends;
    }
    while (this.#at < this.#text.length) {
      const piece = this.#text[this.#at] === '<' ? this.#marked() : this.#between();
      if (piece) return piece;
    }
    return this.#open.length > 0 ? refused('not-xml') : null;
  }

  /** Text up to the next sign of markup; nothing but blanks stands outside of the root. */
  #between(): XmlPiece | null {
    const next = this.#text.indexOf('<', this.#at);
    const text = resolved(this.#text.slice(this.#at, next === -1 ? this.#text.length : next));
    if (text === null || (this.#open.length === 0 && text.trim() !== '')) return refused('not-xml');
    this.#at = next === -1 ? this.#text.length : next;
    return this.#open.length > 0 ? { kind: 'text', text } : null;
  }

  #marked(): XmlPiece | null {
    if (this.#text.startsWith('<?', this.#at)) return this.#passed('<?', '?>');
    if (this.#text.startsWith('<!--', this.#at)) return this.#passed('<!--', '-->');
    if (this.#text.startsWith('<![CDATA[', this.#at)) return this.#passed('<![CDATA[', ']]>');
    return this.#text.startsWith('<!', this.#at) ? refused('declares') : this.#tag();
  }

  #passed(begins: string, ends: string): XmlPiece | null {
    const from = this.#at + begins.length;
    const to = this.#text.indexOf(ends, from);
    if (to === -1) return refused('not-xml');
    this.#at = to + ends.length;
    return begins === '<![CDATA[' ? { kind: 'text', text: this.#text.slice(from, to) } : null;
  }

  #tag(): XmlPiece {
    tag.lastIndex = this.#at;
    const [whole, slash, name, inner = '', empty] = tag.exec(this.#text) ?? [];
    if (whole === undefined || name === undefined) return refused('not-xml');
    this.#at += whole.length;
    if (slash === '/') return this.#open.pop() === name ? { kind: 'close', name: localName(name) } : refused('not-xml');
    const attributes = attributesIn(inner);
    if (!attributes) return refused('not-xml');
    if (this.#open.length >= deepest) return refused('too-deep');
    if (empty === '/') this.#ends = { kind: 'close', name: localName(name) };
    else this.#open.push(name);
    return { kind: 'open', name: localName(name), attributes };
  }
}

function attributesIn(inner: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of inner.matchAll(attribute)) {
    const value = resolved(double ?? single ?? '');
    if (name === undefined || value === null) return null;
    attributes.set(name, value);
  }
  return attributes;
}
