/**
 * Identifiers. Random ids are UUID v4 strings: they reveal neither time nor order.
 * Item, phase and condition ids are words of the roadmap and stay stable over its versions.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type MeetingId = Branded<'MeetingId'>;
export type EntryId = Branded<'EntryId'>;
export type ActId = Branded<'ActId'>;
export type DeviceId = Branded<'DeviceId'>;
export type ItemId = string;
export type PhaseId = string;

/** The form of meeting, act and device ids. */
export const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The form of entry ids. */
export const entryIdShape = /^[a-z][a-z-]{0,31}(?::[A-Za-z0-9._-]{1,100}){0,3}$/;

/** True for a lower-case UUID, the form of meeting, act and device ids. */
export const isUuid = (text: string): boolean => uuidShape.test(text);

/** True for a kind, alone or followed by up to three colon-separated parts: `mark:goal-from-need`. */
export const isEntryId = (text: string): boolean => entryIdShape.test(text);

/** A meeting id from an address, a file or the database; null when it is not one. */
export const parseMeetingId = (text: string): MeetingId | null => (isUuid(text) ? (text as MeetingId) : null);

/** Names an entry by its kind and the parts that make it one of a kind within its meeting. */
export const entryIdOf = (kind: string, ...parts: readonly string[]): EntryId => [kind, ...parts].join(':') as EntryId;
