/** What one pass carries from step to step. */
import { err, type Result } from '#domain/result.ts';
import type { Credential } from '#wire/auth-key.ts';
import type { HubAnswer } from '#wire/answers.ts';
import { keep } from './keep.ts';
import { cursorsSchema, noTrust, readRow, row, trustSchema, type Cursors, type Identity, type Trust } from './membership.ts';
import type { SyncObstacle, TrustFact, Unreadable } from './obstacle.ts';
import type { Batch, SyncPorts } from './ports.ts';

export class Circle {
  readonly ports: SyncPorts;
  readonly signal: AbortSignal;
  me: Identity;
  trust: Trust;
  cursors: Cursors;
  /** The hub's own word of itself, once it was heard. */
  hub: HubAnswer | null = null;
  pushed = 0;
  pulled = 0;
  refused = 0;
  readonly unreadable: Unreadable[] = [];

  private constructor(given: Pick<Circle, 'ports' | 'signal' | 'me' | 'trust' | 'cursors'>) {
    this.ports = given.ports;
    this.signal = given.signal;
    this.me = given.me;
    this.trust = given.trust;
    this.cursors = given.cursors;
  }

  static async begin(ports: SyncPorts, me: Identity, signal: AbortSignal): Promise<Circle> {
    const trust = await readRow(ports, 'trust', trustSchema, noTrust);
    const cursors = await readRow(ports, 'cursors', cursorsSchema, {});
    return new Circle({ ports, signal, me, trust, cursors });
  }

  /** The hub was restored, and may have forgotten what it acknowledged. */
  get isRestored(): boolean {
    return this.trust.restored;
  }

  get as(): Credential {
    return { scheme: 'Bearer', id: this.me.deviceId, token: this.me.token };
  }

  keep(batch: Batch): Promise<Result<void, SyncObstacle>> {
    return keep(this.ports, batch);
  }

  /** Remembers what only grows, on the disk before anything is done by it. */
  learn(news: Partial<Trust>): Promise<Result<void, SyncObstacle>> {
    this.trust = { ...this.trust, ...news };
    return this.keep({ sync: [row('trust', this.trust)] });
  }
}

/** A check that did not hold; the pass ends with it. */
export const distrust = (what: TrustFact): Result<never, SyncObstacle> => err({ type: 'HubNotTrusted', what });
