/**
 * One meeting with the hub, from hello to done:
 *
 *   hello -> members -> (owner) countersign -> (district) identities -> own keyring
 *         -> push -> pull own -> (what was taken: push once more) -> pull others -> published
 *
 * Each step stands on the disk before the next begins, so a pass may end anywhere and the next
 * one goes on. Nothing is deleted; an item leaves the outbox by its receipt only.
 */
import { err, ok, type Result } from '#domain/result.ts';
import { waitMs } from './backoff.ts';
import { Circle, distrust } from './circle.ts';
import { compare, queueMissing } from './compare.ts';
import { countersign, grantAll, pullPublished, stateDistrict, takeGrant } from './district.ts';
import { hello } from './hello.ts';
import { ensureRing } from './keyrings.ts';
import { learnStanding, readMembers, type KnownMember } from './members.ts';
import { passRowSchema, readIdentity, readRow, row, type PassRow } from './membership.ts';
import type { SyncObstacle, Unreadable } from './obstacle.ts';
import type { SyncPorts } from './ports.ts';
import { pullMember } from './pull.ts';
import { push, raise } from './push.ts';

export interface PassReport {
  /** Null when everything was done. */
  readonly obstacle: SyncObstacle | null;
  /** Objects that arrived at the hub, came from it, and were put aside. */
  readonly pushed: number;
  readonly pulled: number;
  readonly refused: number;
  readonly unreadable: readonly Unreadable[];
  /** When to try again by itself, epoch ms; null: with the next occasion. */
  readonly nextAtMs: number | null;
}

export interface PassOptions {
  /** Drafts are sent and taken in. */
  readonly drafts?: boolean;
  /** Heard between steps; the pass rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** What others of this member sent under this device's name is met at most so often in one pass. */
const mostRaises = 3;
const noPass: PassRow = { failures: 0, nextAtMs: null, metAtMs: null };

/** Runs one pass. Never rejects but by its signal. One at a time: see `lease.ts`. */
export async function pass(ports: SyncPorts, { drafts = false, signal = new AbortController().signal }: PassOptions = {}): Promise<PassReport> {
  const me = await readIdentity(ports);
  if (!me) return { ...nothingDone, obstacle: { type: 'NotJoined' } };
  const circle = await Circle.begin(ports, me, signal);
  const done = await walk(circle, drafts);
  return settle(circle, done.ok ? null : done.error);
}

const nothingDone = { pushed: 0, pulled: 0, refused: 0, unreadable: [], nextAtMs: null };

/** How the last pass went. */
export const readPass = (ports: Pick<SyncPorts, 'storage'>): Promise<PassRow> => readRow(ports, 'pass', passRowSchema, noPass);

/** Meets the hub and learns who is who; what every errand to the hub begins with. */
export async function meet(circle: Circle): Promise<Result<{ readonly own: KnownMember; readonly members: readonly KnownMember[] }, SyncObstacle>> {
  const met = await hello(circle);
  if (!met.ok) return met;
  const found = await readMembers(circle);
  if (!found.ok) return found;
  const own = await learnStanding(circle, found.value);
  if (!own.ok) return own;
  if (!own.value || !circle.me.confirmed) return err({ type: 'NotAllowed', code: 'not-yet-countersigned' });
  const stated = await stateDistrict(circle);
  if (!stated.ok) return stated;
  const signed = await countersign(circle, found.value);
  if (!signed.ok) return signed;
  const now = signed.value > 0 ? await readMembers(circle) : found;
  if (!now.ok) return now;
  const granted = await grantAll(circle, now.value.members);
  return granted.ok ? ok({ own: own.value, members: now.value.members }) : granted;
}

async function walk(circle: Circle, drafts: boolean): Promise<Result<void, SyncObstacle>> {
  const met = await meet(circle);
  if (!met.ok) return met;
  const { own, members } = met.value;
  const behind = members.find(({ memberId, head }) => head < (circle.cursors[memberId] ?? 0));
  if (behind && !circle.isRestored) return distrust({ type: 'SequenceRolledBack', memberId: behind.memberId });
  const granted = await takeGrant(circle);
  if (!granted.ok) return granted;
  if (circle.isRestored) {
    const found = await compare(circle);
    const queued = found.ok ? await queueMissing(circle, found.value) : found;
    if (!queued.ok) return queued;
  }
  const exchanged = await exchange(circle, own, drafts);
  if (!exchanged.ok) return exchanged;
  for (const member of members) {
    const isNew = member.head !== (circle.cursors[member.memberId] ?? 0) || circle.isRestored;
    if (member.memberId === own.memberId || !isNew) continue;
    const pulled = await pullMember(circle, member);
    if (!pulled.ok) return pulled;
  }
  const published = await pullPublished(circle);
  if (!published.ok) return published;
  return circle.isRestored ? circle.learn({ restored: false }) : ok(undefined);
}

/** Both ways for this member, until nothing under this device's name is in the way any more. */
async function exchange(circle: Circle, own: KnownMember, drafts: boolean): Promise<Result<void, SyncObstacle>> {
  const record = await ensureRing(circle, 'record', own);
  if (!record.ok) return record;
  const draft = drafts ? await ensureRing(circle, 'draft', own) : null;
  if (draft && !draft.ok) return draft;
  for (let tries = 1; ; tries += 1) {
    const pushed = await push(circle, { record: record.value, draft: draft?.value ?? null });
    if (!pushed.ok) return pushed;
    const pulled = await pullMember(circle, own);
    if (!pulled.ok) return pulled;
    if (pushed.value.taken.length === 0 || tries > mostRaises) return ok(undefined);
    const raised = await raise(circle, pushed.value.taken);
    if (!raised.ok) return raised;
  }
}

/** What is worth waiting for by itself; all else needs somebody to do something. */
const passing: ReadonlySet<SyncObstacle['type']> = new Set(['HubOutOfReach', 'NotTheHub', 'HubBusy', 'HubFull', 'KeepingHeld', 'RefusedByHub']);

async function settle(circle: Circle, obstacle: SyncObstacle | null): Promise<PassReport> {
  const { ports, pushed, pulled, refused, unreadable } = circle;
  const before = await readPass(ports);
  const nowMs = ports.nowMs();
  const failures = obstacle && passing.has(obstacle.type) ? before.failures + 1 : 0;
  const askedMs = obstacle && 'retryAtMs' in obstacle && obstacle.retryAtMs !== null ? obstacle.retryAtMs - nowMs : null;
  const nextAtMs = failures > 0 ? nowMs + waitMs({ failures, askedMs, random: ports.random() }) : null;
  const now: PassRow = { failures, nextAtMs, metAtMs: obstacle ? before.metAtMs : nowMs };
  await circle.keep({ sync: [row('pass', now)] });
  return { obstacle, pushed, pulled, refused, unreadable, nextAtMs };
}
