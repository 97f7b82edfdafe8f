/** Calendar days of the place where the device is, as 'YYYY-MM-DD'. */

const two = (number: number): string => String(number).padStart(2, '0');

/** The local day of a moment (epoch milliseconds). */
export function localDay(atMs: number): string {
  const at = new Date(atMs);
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The local clock time of a moment, 'HH:MM' of 24 hours. */
export function localTime(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The day `days` after `day` (before it when negative), over months and leap years alike. */
export function dayAfter(day: string, days: number): string {
  // Counted at noon of universal time, where no day has 23 or 25 hours.
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
