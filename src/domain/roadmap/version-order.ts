/** The order of versions, the earlier one first: `2` before `10`, whatever words stand around the numbers. */
export const inVersionOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
