/**
 * The list that lies in a zip of many files, as `manifest.json`: what is in it and how many rows
 * each table has. It is told from a record by its format.
 */
export const manifestFormat = 'quiet-checkpoint/export';
export const manifestVersion = 1;
