/**
 * What an operation gave back: a value, or an expected obstacle as plain tagged facts.
 * Bugs are not results; they throw through {@link assert}.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps an expected obstacle; `error` carries a `type` and the facts needed to help. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Throws when an invariant of the program itself does not hold; never for input or devices. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${sentence}`);
}
