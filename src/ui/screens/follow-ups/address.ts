export type Filter = 'state' | 'owner' | 'school';

/** The address of the follow-ups with one filter changed; null takes it away. */
export function addressWith(query: URLSearchParams, name: Filter, value: string | null): string {
  const next = new URLSearchParams(query);
  if (value === null) next.delete(name);
  else next.set(name, value);
  const asked = next.toString();
  return `/follow-ups${asked === '' ? '' : `?${asked}`}`;
}
