/** `las 10:26`, and `la 1:30`: one o'clock is singular. */
export const theHour = (time: string): string => `${/^1(?!\d)/u.test(time) ? 'la' : 'las'} ${time}`;
