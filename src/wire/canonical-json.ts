/**
 * JSON with one spelling per value (after RFC 8785): keys sorted by UTF-16 code units, no
 * spaces, numbers and strings as ECMAScript writes them. Keys whose value is undefined are left
 * out. Signatures and proofs cover this text.
 */

/** Deeper values are refused: a hostile statement must not exhaust the stack. */
const deepest = 64;

/** The canonical text; null for what JSON does not hold (functions, NaN) or deeper than 64. */
export function canonicalJson(value: unknown): string | null {
  return write(value, deepest);
}

function write(value: unknown, depth: number): string | null {
  if (depth < 0) return null;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : null;
  if (Array.isArray(value)) return join('[', value.map((part: unknown) => write(part, depth - 1)), ']');
  if (typeof value !== 'object') return null;
  const fields = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return join('{', fields.map(([key, part]: [string, unknown]) => {
    const text = write(part, depth - 1);
    return text === null ? null : `${JSON.stringify(key)}:${text}`;
  }), '}');
}

function join(open: string, parts: readonly (string | null)[], close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`;
}
