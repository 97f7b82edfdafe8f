/** What the PDF library needs of Node's Buffer, in browsers. Put in its place when the app is built. */
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

export class Bytes extends Uint8Array {
  /** Text as `utf-8`, `utf16le`, or one byte for each sign (`binary`, `ascii`); bytes are copied. */
  static override from(source: unknown, encoding?: unknown): Bytes {
    if (typeof source !== 'string') return new Bytes(source instanceof Uint8Array ? source : []);
    if (encoding === 'utf-8' || encoding === undefined) return new Bytes(new TextEncoder().encode(source));
    const wide = encoding === 'utf16le';
    const bytes = new Bytes(source.length * (wide ? 2 : 1));
    for (let at = 0; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (wide) bytes.set([code & 0xff, code >> 8], at * 2);
      else bytes[at] = code & 0xff;
    }
    return bytes;
  }

  static alloc(length: number): Bytes {
    return new Bytes(length);
  }

  static isBuffer(value: unknown): value is Bytes {
    return value instanceof Uint8Array;
  }

  static concat(parts: readonly Uint8Array[]): Bytes {
    const whole = new Bytes(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** `hex`, or one sign for each byte. */
  override toString(encoding?: string): string {
    let text = '';
    for (const byte of this) text += encoding === 'hex' ? hex(byte) : String.fromCharCode(byte);
    return text;
  }
}
