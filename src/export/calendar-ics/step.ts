/** A next step as a calendar takes it. */
export interface CalendarStep {
  /** Its meeting and entry id, which it keeps: a calendar that reads the file again takes it for the same. */
  readonly meeting: string;
  readonly entry: string;
  readonly what: string;
  /** A role, not a name. */
  readonly owner: string;
  /** 'YYYY-MM-DD'; null for none. A day of no calendar counts as none. */
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  /** When it was last changed, epoch milliseconds; null where that is not known. */
  readonly changedAtMs: number | null;
  /** Code of the student, to be told in the identified kind and taken out of words in the other. */
  readonly code: string;
  readonly sample: boolean;
}
