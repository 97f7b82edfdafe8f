import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, founder, joined, newMeeting, testHub, type Tablet, type TestHub } from '../../support/sync-kit.ts';

let hub: TestHub;
let owner: Tablet;
beforeAll(async () => { hub = await testHub(); owner = await founder(hub); });
afterAll(() => hub.close());

describe('a pass', () => {
  it('brings a finished record to the district, and a receipt back', async () => {
    const [leader, district] = [await joined(hub, owner, 'leader'), await joined(hub, owner, 'district')];
    const meeting = newMeeting();
    await leader.notes(meeting, 'Él leyó.');
    await leader.finishes(meeting);
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 1, pulled: 0, refused: 0, nextAtMs: null });
    expect([...leader.store.synced.outbox]).toEqual([]);
    expect([...leader.store.synced.receipts.values()]).toMatchObject([{ record: meeting, revision: 1 }]);
    expectDone(await district.pass());
    expect(district.sees()).toEqual({ [meeting]: ['Él leyó.'] });
    expect(await leader.pass()).toMatchObject({ obstacle: null, pushed: 0 });
    expect(await district.pass()).toMatchObject({ obstacle: null, pulled: 0 });
  });
});
