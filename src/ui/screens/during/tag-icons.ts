import type { NoteTag } from '#domain/entry.ts';

/** The sign of each tag, of the sprite. */
export const tagIcons: Readonly<Record<NoteTag, string>> = {
  strength: 'strength', growth: 'growth', family: 'words', 'follow-up': 'follow', 'device-only': 'priv',
};
