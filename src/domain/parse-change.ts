/** Reads changes that come from outside: a backup, a file, another device. */
import { isEntryOf, type Change } from './change.ts';
import { isEntryKind } from './entry.ts';
import { valueSchemas } from './entry-schemas.ts';
import { isEntryId, isUuid } from './ids.ts';
import { err, ok, type Result } from './result.ts';
import { isStamp } from './stamp.ts';
import { z } from './zod.ts';

/** What was not as it should be, and where: a path such as `value.atMs`. */
export interface NotAChange {
  readonly type: 'NotAChange';
  readonly at: string;
}

const isId = (text: string): boolean => isUuid(text);
const schema = z.object({
  meeting: z.string().check(z.refine(isId)),
  stamp: z.string().check(z.refine(isStamp)),
  act: z.string().check(z.refine(isId)),
  entry: z.string().check(z.refine(isEntryId)),
  kind: z.string().check(z.maxLength(40)),
  value: z.unknown(),
  undoes: z.optional(z.string().check(z.refine(isId))),
  redoes: z.optional(z.string().check(z.refine(isId))),
  imported: z.optional(z.boolean()),
});

/** True when `value` has the shape of its kind; a tombstone and a kind of a later version always have. */
export const isValueOf = (kind: string, value: unknown): boolean =>
  value === null || !isEntryKind(kind) || valueSchemas[kind].safeParse(value).success;

/** Reads a change. Refuses it whole, naming the place. */
export function parseChange(input: unknown): Result<Change, NotAChange> {
  const outer = schema.safeParse(input);
  if (!outer.success) return err({ type: 'NotAChange', at: outer.error.issues[0]?.path.join('.') ?? '' });
  const change = outer.data;
  if (!isEntryOf(change.kind, change.entry)) return err({ type: 'NotAChange', at: 'kind' });
  if (!isValueOf(change.kind, change.value)) return err({ type: 'NotAChange', at: `${change.entry} value` });
  // The parser is the one place that brands.
  return ok(change as unknown as Change);
}
