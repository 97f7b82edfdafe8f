/** Words of files that are not pages, for the screens that give them. */
export type { CalendarWords, CodeWords, TablesWords } from '#export/file-words.ts';
