/** Whole apps with real desks, over a real hub without a network. */
import { createDesk } from '#app/sync/create-desk.ts';
import type { Desk, Pairing, SyncObstacle } from '#app/sync/desk.ts';
import { setDesk } from '#app/sync/open-desk.ts';
import { finishMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import type { Edit } from '#domain/entry.ts';
import { entryIdOf, type MeetingId } from '#domain/ids.ts';
import { setBasics } from '#domain/meeting/plan.ts';
import { meetingOf } from '#domain/merge.ts';
import { formatLink } from '#wire/link.ts';
import { expect } from 'vitest';
import { fakeApp, type FakeApp } from '../../support/fake-app.ts';
import { askServer, type Road, type TestHub } from '../../support/sync-kit.ts';

const origin = 'https://hub.example.org';

export interface Desked extends FakeApp {
  readonly desk: Desk;
  road: Road;
}

/** A tablet with its desk; what lies between it and the hub can be changed by `road`. */
export async function desked(hub: TestHub): Promise<Desked> {
  const fake = fakeApp();
  const app = { ...fake.app, newId: () => crypto.randomUUID() };
  const here = { ...fake, app, road: ((request, go) => go(request)) as Road };
  const desk = await createDesk(app, { send: (request) => here.road(request, (one) => askServer(hub.server, one)), origin, locks: null });
  setDesk(app, desk);
  return Object.assign(here, { desk });
}

export const ownerLinkOf = (hub: TestHub): string => formatLink(origin, hub.ownerLink);

/** The value of an answer; fails with what was in the way. */
export function had<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SyncObstacle }): T {
  expect(answer).toMatchObject({ ok: true });
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value;
}

export async function founder(hub: TestHub): Promise<Desked> {
  const owner = await desked(hub);
  had(await owner.desk.join(ownerLinkOf(hub), 'Office'));
  await owner.desk.sendNow();
  return owner;
}

/** Invites, joins, and lets both meet the hub until the new member is confirmed. */
export async function member(hub: TestHub, owner: Desked, role: 'leader' | 'district', recovers?: string): Promise<Desked> {
  const { link } = had(await owner.desk.invite(role, recovers));
  const tablet = await desked(hub);
  had(await tablet.desk.join(link ?? '', 'North'));
  await tablet.desk.sendNow();
  await owner.desk.sendNow();
  await tablet.desk.sendNow();
  return tablet;
}

export async function plans({ app }: Desked, code: string, edits: readonly Edit[] = []): Promise<MeetingId> {
  const id = await planMeeting(app);
  const opened = await openMeeting(app, id);
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.session.act([...setBasics(meetingOf(opened.value.session.replica), { code }), ...edits]);
  return id;
}

export async function finishes(tablet: Desked, id: MeetingId): Promise<void> {
  const opened = await openMeeting(tablet.app, id);
  if (!opened.ok) throw new Error(opened.error.type);
  const done = await finishMeeting(tablet.app, opened.value);
  expect(done).toMatchObject({ ok: true });
}

export const noteEdit = (text: string): Edit =>
  ({ kind: 'note', entry: entryIdOf('note', crypto.randomUUID()), value: { text, tag: null, about: { to: 'meeting', id: '' }, atMs: 1 } });

export const until = async (pairing: Pairing, kind: Pairing['step']['kind']): Promise<Pairing['step']> => {
  while (pairing.step.kind !== kind) {
    if (pairing.step.kind === 'ended') throw new Error(JSON.stringify(pairing.step));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return pairing.step;
};
/** Until what was written has been told. */
export const told = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 30); });
