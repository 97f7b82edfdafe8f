/** When the hub is met by itself. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { begin } from '#app/sync/begin.ts';
import type { MeetingId } from '#domain/ids.ts';
import { queuedRecord } from '#domain/sync/outbox-item.ts';
import { countingId, fakeApp, type FakeApp } from '../../support/fake-app.ts';
import { FakeDesk } from '../../support/fake-desk.ts';

let fake: FakeApp;
let desk: FakeDesk;
let isInMeeting = false;
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  fake = fakeApp();
  desk = FakeDesk.on(fake.app);
  isInMeeting = false;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const met = (): number => desk.asked.filter((what) => what === 'meet').length;
async function begun(member: boolean): Promise<void> {
  if (member) await fake.store.write({ sync: [{ id: 'identity', value: {} }] });
  stop = begin(fake.app, () => isInMeeting);
  await vi.advanceTimersByTimeAsync(10);
}
const finishes = (): Promise<void> => fake.store.write({ outbox: [queuedRecord(countingId(5) as MeetingId, 1, 1)] });

it('asks nobody without a hub', async () => {
  await begun(false);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(180_000);
  expect(met()).toBe(0);
});

it('meets the hub at the start, when the network is back, and on return to the page', async () => {
  await begun(true);
  expect(met()).toBe(1);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(10);
  dispatchEvent(new Event('pageshow'));
  await vi.advanceTimersByTimeAsync(10);
  expect(met()).toBe(3);
});

it('meets it two seconds after a finish, and every minute as long as something waits', async () => {
  await begun(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(met()).toBe(1);
  await finishes();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(met()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(met()).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(met()).toBe(3);
});

it('begins nothing while a meeting is on the screen', async () => {
  isInMeeting = true;
  await begun(true);
  await finishes();
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(met()).toBe(0);
  isInMeeting = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(met()).toBe(1);
});

it('asks no more once it is stopped', async () => {
  await begun(true);
  stop();
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(met()).toBe(1);
});
