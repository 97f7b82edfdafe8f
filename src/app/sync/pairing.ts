/**
 * Pairing, followed while somebody looks at a screen: the device that has the keys waits for a
 * claim, shows six digits, and hands over when its person says that they are alike; the new
 * one shows the same digits and waits for what is handed over.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { answerPairing, claimPairing, offerPairing as offer, readClaim, takePairing, type Claimed } from '#sync/join.ts';
import { limits } from '#wire/limits.ts';
import { formatLink, formatTyped, type Link } from '#wire/link.ts';
import type { Pairing } from './desk.ts';
import { errand, withinLimit, type Hub } from './hub.ts';
import type { SyncObstacle } from './obstacle.ts';

type Told<T> = Promise<Result<T, SyncObstacle>>;
type Step = Pairing['step'];

/** How often the hub is asked meanwhile. */
const askAgainMs = 1_500;

/** The steps of one pairing, told to whoever listens. */
class Steps implements Pairing {
  readonly link: string | null;
  readonly typed: string | null;
  readonly endsAtMs: number;
  onConfirm: () => Told<void> = () => Promise.resolve(ok(undefined));
  readonly #listeners = new Set<() => void>();
  #step: Step = { kind: 'waits' };

  constructor(link: string | null, typed: string | null, endsAtMs: number) {
    this.link = link;
    this.typed = typed;
    this.endsAtMs = endsAtMs;
  }

  get step(): Step {
    return this.#step;
  }

  get isOver(): boolean {
    return this.#step.kind === 'done' || this.#step.kind === 'ended';
  }

  onStep(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  become(step: Step): void {
    if (this.isOver) return;
    this.#step = step;
    for (const listener of this.#listeners) listener();
  }

  async confirm(): Promise<void> {
    if (this.#step.kind !== 'code') return;
    const handed = await this.onConfirm();
    this.become(handed.ok ? { kind: 'done' } : { kind: 'ended', obstacle: handed.error });
  }

  callOff(): void {
    this.become({ kind: 'ended', obstacle: { type: 'PairingEnded' } });
  }

  /** Asks again until there is an answer, time is over, or it is called off; a network that is away for a moment ends nothing. */
  async until<T>(question: () => Told<T | null>, nowMs: () => number): Told<T> {
    while (!this.isOver && nowMs() < this.endsAtMs) {
      const answer = await question();
      if (answer.ok && answer.value !== null) return ok(answer.value);
      if (!answer.ok && answer.error.type !== 'HubOutOfReach' && answer.error.type !== 'HubBusy') return answer;
      await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    }
    return err({ type: 'PairingEnded' });
  }
}

/** Makes a link for another device of this member. */
export const offerPairing = (hub: Hub): Told<Pairing> =>
  errand<Pairing>(hub, async (circle) => {
    const offered = await offer(circle);
    if (!offered.ok) return offered;
    const { link, expiresAtMs } = offered.value;
    const steps = new Steps(formatLink(hub.origin, link), formatTyped(link), expiresAtMs);
    let claim: Claimed | null = null;
    // Each question has a signal of its own: the circle's is over with the errand.
    steps.onConfirm = () => errand(hub, (now) => (claim ? answerPairing(now, offered.value, claim) : Promise.resolve(err({ type: 'PairingEnded' }))));
    const follow = async (): Promise<void> => {
      const claimed = await steps.until(() => errand(hub, (now) => readClaim(now, offered.value)), hub.app.nowMs);
      if (claimed.ok) claim = claimed.value;
      steps.become(claimed.ok ? { kind: 'code', code: claimed.value.code } : { kind: 'ended', obstacle: claimed.error });
    };
    void follow(); // told by its steps
    return ok(steps);
  });

/** Claims a pairing with the link of this member's other device, and takes what it hands over. */
export async function pairByLink({ ports, app, signal }: Hub, link: Link, label: string): Told<Pairing> {
  const claimed = await withinLimit(signal(), (limit) => claimPairing(ports, link, { label, signal: limit }));
  if (!claimed.ok) return claimed;
  const steps = new Steps(null, null, app.nowMs() + limits.pairingMs);
  steps.become({ kind: 'code', code: claimed.value.code });
  const follow = async (): Promise<void> => {
    const taken = await steps.until(() => withinLimit(signal(), (limit) => takePairing(ports, claimed.value, limit)), app.nowMs);
    steps.become(taken.ok ? { kind: 'done' } : { kind: 'ended', obstacle: taken.error });
  };
  void follow(); // told by its steps
  return ok(steps);
}
