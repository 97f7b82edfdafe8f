/** Words of the stage before the meeting, in English. */
export const before = {
  /** Type, day and time, as far as they are known. */
  when: (parts: readonly string[]): string => parts.join('. '),
  earlierMeeting: 'Earlier meeting',
  title: (code: string): string => (code === '' ? 'Before the meeting' : `Before ${code}`),
  /** `open` are item numbers, such as b.4. */
  line: (asked: number, open: readonly string[]): string =>
    open.length === 0 ? `All ${String(asked)} are ready.` : `Still open: ${open.join(', ')}.`,
  toPlan: 'To the plan',
  legend: 'Tap the same answer again to clear it.',
};
