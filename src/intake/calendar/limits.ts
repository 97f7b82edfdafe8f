/** 5 MB: a school year of a whole department's calendar has about 2. */
export const calendarLimitBytes = 5_000_000;

/** Events that are written down, and days that come of them. */
export const eventLimit = 5_000;
export const occurrenceLimit = 10_000;

/** Of one event: more than one a day for a year. */
export const perEventLimit = 500;

/** Days back from today and ahead of it that are listed: a month, and a year. */
export const daysBack = 31;
export const daysAhead = 366;

/** Days that are looked at for all repeating events together; a rule made to go on for ever ends there. */
export const stepLimit = 3_000_000;

/** Earlier or later years are no meetings, and would make long loops. */
export const firstYear = 1900;
export const lastYear = 2200;

/** Rules of a time zone that a file brings: two a year, and old ones. */
export const zonePartLimit = 60;
