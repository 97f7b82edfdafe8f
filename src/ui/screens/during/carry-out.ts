/** Carries out what a key asked for. */
import { offeredAnswers } from '#domain/meeting/mark.ts';
import type { DuringState, View } from './during.svelte.ts';
import type { Command } from './keys.ts';
import type { Threading } from './thread/threading.svelte.ts';

export interface Hands {
  readonly during: DuringState;
  readonly threading: Threading;
  readonly view: View;
  readonly main: HTMLElement | undefined;
  readonly jot: () => void;
}

/** Where keys are letters. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** False when the key meant nothing here, so that the browser may have it. */
export function carryOut(command: Command, { during, threading, view, main, jot }: Hands): boolean {
  switch (command.do) {
    case 'veil': during.veil(); return true;
    case 'undo': during.meeting.undo(); return true;
    case 'redo': during.meeting.redo(); return true;
    case 'keys': during.showFoot('keys'); return true;
    case 'close': close(during); return true;
    case 'turn-phase': if (view === 'phase') during.turnPhase(command.by); return view === 'phase';
    case 'answer': return view === 'phase' ? answerItem(during, command.answer, main) : !during.finished && answerKnot(threading, command.answer);
    case 'move': return view === 'phase' && move(during, command.by, main);
    case 'note': return view === 'phase' && note(during, jot);
  }
}

function close(during: DuringState): void {
  const focused = document.activeElement;
  if (during.foot !== 'none') during.closeFoot();
  else if (during.jotting.edited) during.jotting.leave();
  else if (focused instanceof HTMLElement && isField(focused)) focused.blur();
  else if (during.openItem !== null) during.toggleItem(during.openItem);
}

/** The ring stays where the answer is. */
function answerItem(during: DuringState, answer: Extract<Command, { do: 'answer' }>['answer'], main: HTMLElement | undefined): boolean {
  const asked = during.items.find(({ item }) => item.id === during.item);
  if (!asked || !offeredAnswers(asked.item).includes(answer)) return false;
  during.mark(asked, answer);
  main?.querySelector<HTMLElement>(`[data-item="${asked.item.id}"] [role="radio"][data-answer="${answer}"]`)?.focus({ preventScroll: true });
  return true;
}

function answerKnot(threading: Threading, answer: Extract<Command, { do: 'answer' }>['answer']): boolean {
  if (answer === 'na' || threading.chosen?.kind !== 'knot') return false;
  threading.mark(answer);
  return true;
}

function move(during: DuringState, by: -1 | 1, main: HTMLElement | undefined): boolean {
  const next = during.neighbour(by);
  if (next === undefined) return false;
  during.touch(next);
  main?.querySelector<HTMLElement>(`[data-item="${next}"] [role="radio"][tabindex="0"]`)?.focus();
  return true;
}

function note(during: DuringState, jot: () => void): boolean {
  if (during.item !== null) during.noteOn(during.item);
  jot();
  return true;
}
