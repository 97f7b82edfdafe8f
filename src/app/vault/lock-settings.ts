/**
 * When the lock comes by itself. Kept in clear in localStorage, since it has to be known
 * while everything else is sealed, and says nothing about a meeting.
 */
export const inMeetingChoices = ['veil', 'lock'] as const;
/** What comes over a running meeting when nobody has touched the tablet for a while. */
export type InMeeting = (typeof inMeetingChoices)[number];

export interface LockSettings {
  /** Minutes without a touch, a key or a pointer after which the app locks; null: never by itself. */
  readonly autoLockMinutes: number | null;
  readonly inMeeting: InMeeting;
  /** True when the way back from the veil leads through the lock. */
  readonly veilNeedsPassphrase: boolean;
}

/** The key in localStorage. */
export const lockSettingsKey = 'qc.lock';
/** The choices of minutes that the screen offers. */
export const autoLockChoices = [2, 5, 15, 60, null] as const;
const longestMinutes = 24 * 60;
const firstSettings: LockSettings = { autoLockMinutes: 5, inMeeting: 'veil', veilNeedsPassphrase: true };

/** Any input as settings; what does not fit is replaced by the default of that part. */
export function parseLockSettings(input: unknown): LockSettings {
  if (typeof input !== 'object' || input === null) return firstSettings;
  const { autoLockMinutes, inMeeting, veilNeedsPassphrase } = input as Partial<Record<keyof LockSettings, unknown>>; // read as unknown, checked below
  return {
    autoLockMinutes: minutesOf(autoLockMinutes),
    inMeeting: inMeetingChoices.find((known) => known === inMeeting) ?? firstSettings.inMeeting,
    veilNeedsPassphrase: typeof veilNeedsPassphrase === 'boolean' ? veilNeedsPassphrase : firstSettings.veilNeedsPassphrase,
  };
}

function minutesOf(input: unknown): number | null {
  if (input === null) return null;
  const fits = typeof input === 'number' && Number.isFinite(input) && input > 0 && input <= longestMinutes;
  return fits ? input : firstSettings.autoLockMinutes;
}

/** The settings of this device; the defaults where none are kept, or the browser keeps nothing. */
export function readLockSettings(): LockSettings {
  try {
    return parseLockSettings(JSON.parse(localStorage.getItem(lockSettingsKey) ?? 'null'));
  } catch {
    // Storage switched off or text of another tool: the defaults lock sooner rather than later.
    return firstSettings;
  }
}

/** Keeps the settings; false where the browser keeps nothing, so that the screen can say so. */
export function writeLockSettings(settings: LockSettings): boolean {
  try {
    localStorage.setItem(lockSettingsKey, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}
