/** Joining, step by step: the link, what it is for, and what came of it. */
import type { Desk, LinkRead, Pairing, SyncObstacle } from '#app/sync/desk.ts';
import { PairingView } from '#ui/screens/sync/pairing-view.svelte.ts';
import { forgetLink, giveLink, takenLink } from './taken-link.ts';

export type JoinStep =
  | { readonly kind: 'ask' }
  | { readonly kind: 'read'; readonly link: LinkRead }
  | { readonly kind: 'working'; readonly link: LinkRead }
  | { readonly kind: 'pairing'; readonly pairing: PairingView }
  | { readonly kind: 'joined'; readonly earlier: number };

export class Joining {
  readonly #desk: Desk;
  #step = $state.raw<JoinStep>({ kind: 'ask' });
  #obstacle = $state.raw<SyncObstacle | null>(null);
  #text: string | null = null;
  #pairing: Pairing | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.again();
  }

  get step(): JoinStep {
    return this.#step;
  }
  get obstacle(): SyncObstacle | null {
    return this.#obstacle;
  }

  /** Looks at the link that was taken from the address, if any. */
  again(): void {
    const text = takenLink();
    if (text === null) return;
    this.#read(text);
  }

  /** A link that was typed. */
  give(text: string): void {
    giveLink(text);
    this.#read(text);
  }

  async join(label: string): Promise<void> {
    const { step } = this;
    if (step.kind !== 'read' || this.#text === null) return;
    this.#obstacle = null;
    this.#step = { kind: 'working', link: step.link };
    if (step.link.kind === 'pairing') return this.#pair(step.link, this.#text, label);
    const joined = await this.#desk.join(this.#text, label);
    if (joined.ok) await this.#end();
    else this.#back(step.link, joined.error);
  }

  /** Ends what is under way; nothing has been kept then. */
  callOff(): void {
    this.#pairing?.callOff();
  }

  async #pair(link: LinkRead, text: string, label: string): Promise<void> {
    const begun = await this.#desk.pairByLink(text, label);
    if (!begun.ok) {
      this.#back(link, begun.error);
      return;
    }
    const pairing = begun.value;
    this.#pairing = pairing;
    this.#step = { kind: 'pairing', pairing: new PairingView(pairing) };
    const stop = pairing.onStep(() => {
      const { step } = pairing;
      if (step.kind !== 'done' && step.kind !== 'ended') return;
      stop();
      if (step.kind === 'done') void this.#end(); // shown by its step
      else this.#back(link, step.obstacle);
    });
  }

  async #end(): Promise<void> {
    forgetLink();
    this.#text = null;
    const earlier = await this.#desk.earlier();
    if (earlier === 0) await this.#desk.sendEarlier(true); // nothing to ask about
    this.#step = { kind: 'joined', earlier };
  }

  #back(link: LinkRead, obstacle: SyncObstacle): void {
    this.#obstacle = obstacle;
    this.#step = { kind: 'read', link };
  }

  #read(text: string): void {
    const link = this.#desk.readLink(text);
    this.#text = link.ok ? text : null;
    this.#obstacle = link.ok ? null : link.error;
    this.#step = link.ok ? { kind: 'read', link: link.value } : { kind: 'ask' };
  }
}
