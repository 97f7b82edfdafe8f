/** What a key means in a meeting. Pure: the screen carries it out. */
import type { Answer } from '#domain/entry.ts';

export type Command =
  | { readonly do: 'move'; readonly by: -1 | 1 }
  | { readonly do: 'turn-phase'; readonly by: -1 | 1 }
  | { readonly do: 'answer'; readonly answer: Answer }
  | { readonly do: 'note' | 'veil' | 'undo' | 'redo' | 'keys' | 'close' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const plainKeys: Readonly<Record<string, Command>> = {
  ArrowDown: { do: 'move', by: 1 },
  ArrowUp: { do: 'move', by: -1 },
  '[': { do: 'turn-phase', by: -1 },
  ']': { do: 'turn-phase', by: 1 },
  1: { do: 'answer', answer: 'yes' },
  2: { do: 'answer', answer: 'partly' },
  3: { do: 'answer', answer: 'no' },
  4: { do: 'answer', answer: 'na' },
  n: { do: 'note' },
  v: { do: 'veil' },
  u: { do: 'undo' },
  '?': { do: 'keys' },
  Escape: { do: 'close' },
};

/** The command of a key, or null; inside a field every key but Escape belongs to the field. */
export function commandOf(event: Pressed, inField: boolean): Command | null {
  if (inField) return event.key === 'Escape' ? { do: 'close' } : null;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === 'z') return { do: event.shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { do: 'redo' } : null;
  }
  return plainKeys[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
