/** The rows of a survey as what they are: groups and questions, by the types of the XLSForm reference. */
import type { FormRow } from './form-table.ts';

export type RowKind =
  | { readonly kind: 'begin'; readonly repeats: boolean }
  | { readonly kind: 'end' }
  /** One of a list; `list` is its name. */
  | { readonly kind: 'one'; readonly list: string; readonly orOther: boolean }
  | { readonly kind: 'several'; readonly list: string }
  /** A tick box: there or not. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'note' }
  | { readonly kind: 'calculate' }
  | { readonly kind: 'metadata'; readonly type: string }
  /** Every other type, also those that no reference knows. */
  | { readonly kind: 'other'; readonly type: string };

const metadata = new Set([
  'start', 'end', 'today', 'deviceid', 'subscriberid', 'simserial', 'phonenumber', 'username', 'email', 'audit', 'start-geopoint', 'background-audio', 'uri:deviceid',
]);

/** What a row is by its `type`; null for a row without one. */
export function kindOf(row: FormRow): RowKind | null {
  const type = row.get('type').replaceAll(/\s+/gu, ' ');
  const lower = type.toLowerCase();
  if (lower === '') return null;
  const bound = /^(begin|end)[ _](group|repeat|lgroup|looped group)$/u.exec(lower);
  if (bound) return bound[1] === 'end' ? { kind: 'end' } : { kind: 'begin', repeats: bound[2] !== 'group' && bound[2] !== 'lgroup' };
  const select = /^(select[ _]one|select1|select one from|select[ _]multiple|select all that apply from|select all that apply) (\S+)(?: (or[ _]other))?$/iu.exec(type);
  if (select) {
    const list = select[2] ?? '';
    return /multiple|all/iu.test(select[1] ?? '') ? { kind: 'several', list } : { kind: 'one', list, orOther: select[3] !== undefined };
  }
  if (lower === 'acknowledge' || lower === 'trigger') return { kind: 'tick' };
  if (lower === 'note' || lower === 'calculate') return { kind: lower };
  return metadata.has(lower) ? { kind: 'metadata', type } : { kind: 'other', type };
}
