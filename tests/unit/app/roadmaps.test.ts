import { describe, expect, it } from 'vitest';
import { beginPlan } from '#app/meeting/begin-plan.ts';
import { keepDraft as keepNote } from '#app/meeting/drafts.ts';
import { loadSample } from '#app/meeting/sample.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { holdEverything, holdMeeting } from '#app/retention/hold.ts';
import { readRetention, withHeld, writeRetention } from '#app/retention/settings.ts';
import { shippedId } from '#app/roadmap/chosen.ts';
import { addDraft, beginDraft, dropDraft, keepDraft, openDraft } from '#app/roadmap/drafts.ts';
import { roadmapForNewMeetings, roadmapInUse, useForNewMeetings } from '#app/roadmap/in-use.ts';
import { readRoadmaps, watchRoadmaps, type Roadmaps } from '#app/roadmap/list.ts';
import { addRoadmap, publishDraft } from '#app/roadmap/publish-draft.ts';
import { planRestore } from '#app/backup/restore-plan.ts';
import type { Backup } from '#domain/record/backup.ts';
import { firstRetention } from '#domain/retention.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { carriedOut, draftFrom } from '#domain/roadmap/draft.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { untranslated } from '#domain/roadmap/localized.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';

const shipped = defaultRoadmap();

/** Copies the shipped roadmap under another title and publishes it. */
async function publishes({ app }: FakeApp, title = 'Our own', from: Roadmap = shipped): Promise<Roadmap> {
  const { id, draft } = await beginDraft(app, { from, asCopy: false });
  const published = await publishDraft(app, id, carriedOut(draft, { type: 'set-title', title }, 'none'));
  if (!published.ok) throw new Error(published.error.type);
  return published.value;
}

describe('a draft of a roadmap', () => {
  it('is kept at each pause, and opened as it was with what it was made from', async () => {
    const { app } = fakeApp();
    const { id, draft } = await beginDraft(app, { from: shipped, asCopy: true });
    expect(draft.roadmap).toMatchObject({ title: shipped.title, basedOn: { id: shipped.id, version: shipped.version } });
    expect(draft.roadmap.id).not.toBe(shipped.id);
    const named = carriedOut(draft, { type: 'set-title', title: 'Ours' }, 'none');
    await keepDraft(app, id, named);
    expect(await openDraft(app, id)).toEqual(named);
    expect((await readRoadmaps(app)).drafts).toEqual([{
      id, title: 'Ours', phases: 10, items: 70, basedOn: { id: shipped.id, version: shipped.version }, keptAtMs: app.nowMs(),
    }]);
    await dropDraft(app, id);
    expect(await openDraft(app, id)).toBeNull();
    expect((await readRoadmaps(app)).drafts).toEqual([]);
  });

  it('of the shipped one is a copy in any case, and has its Spanish', async () => {
    const { app } = fakeApp();
    const { draft } = await beginDraft(app, { from: shipped, asCopy: false });
    expect(draft.roadmap.id).not.toBe(shipped.id);
    expect(untranslated(draft.roadmap, 'es')).toEqual([]);
  });

  it('can begin empty, and is no note that is being typed', async () => {
    const fake = fakeApp();
    const { id, draft } = await beginDraft(fake.app, { title: 'New' });
    expect(draft).toMatchObject({ base: null, roadmap: { title: 'New', phases: [], items: [] } });
    const meeting = await beginPlan(fake.app);
    await keepNote(fake.app, meeting, { text: 'typing', tag: null, about: { to: 'meeting', id: '' }, note: null });
    expect((await readRoadmaps(fake.app)).drafts.map((one) => one.id)).toEqual([id]);
    expect(await openDraft(fake.app, meeting)).toBeNull();
  });

  it('from a file keeps the version it was made from', async () => {
    const fake = fakeApp();
    const other = { ...shipped, id: 'theirs', version: '4' };
    const id = await addDraft(fake.app, draftFrom(other));
    expect((await openDraft(fake.app, id))?.base).toEqual(other);
  });

  it('from a file never goes on under the name of the shipped one', async () => {
    const fake = fakeApp();
    const id = await addDraft(fake.app, { base: null, roadmap: { ...shipped, title: 'Altered' } });
    expect((await openDraft(fake.app, id))?.roadmap).toMatchObject({ title: 'Altered', id: expect.stringMatching(/^own-/) as string });
  });
});

describe('a backup', () => {
  it('brings own roadmaps, those being written and which one is in use; never over one that is here', async () => {
    const [one, other] = [fakeApp(), fakeApp()];
    const own = await publishes(one);
    await useForNewMeetings(one.app, own);
    const { id, draft } = await beginDraft(one.app, { from: own, asCopy: false });
    const all = await one.store.readEverything();
    const backup: Backup = { ...all, meetings: [], madeAtMs: 1, device: one.app.device };
    const plan = await planRestore(other.app, backup, { bringBack: false });
    if (!plan.ok) throw new Error(plan.error.type);
    expect(plan.value.isNothing).toBe(false);
    await other.store.writeEverything(plan.value.put);
    expect(await openDraft(other.app, id)).toEqual(draft);
    expect(await readRoadmaps(other.app)).toMatchObject({ inUse: { by: 'leader', roadmap: own }, drafts: [{ id }] });
    await keepDraft(other.app, id, carriedOut(draft, { type: 'set-title', title: 'Gone on' }, 'none'));
    const again = await planRestore(other.app, backup, { bringBack: false });
    expect(again.ok && [again.value.isNothing, again.value.put.drafts]).toEqual([true, {}]);
  });
});

describe('publishing', () => {
  it('makes version after version, and takes the draft away', async () => {
    const fake = fakeApp();
    const first = await publishes(fake);
    const second = await publishes(fake, 'Our own again', first);
    expect([first.version, second.version, second.id === first.id]).toEqual(['1', '2', true]);
    expect(second.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const { versions, drafts } = await readRoadmaps(fake.app);
    expect([versions.map(({ roadmap, from }) => [roadmap.title, roadmap.version, from]), drafts]).toEqual([
      [[shipped.title, shipped.version, 'shipped'], ['Our own again', '2', 'own'], ['Our own', '1', 'own']], [],
    ]);
  });

  it('says what stands in the way, and keeps the draft', async () => {
    const { app } = fakeApp();
    const { id, draft } = await beginDraft(app, { title: 'New' });
    expect(await publishDraft(app, id, draft)).toMatchObject({ ok: false, error: { type: 'DraftFaults', faults: [{ why: { type: 'no-phases' } }, { why: { type: 'no-items' } }] } });
    expect(await openDraft(app, id)).not.toBeNull();
  });

  it('from two tabs at once makes two versions, and loses no draft', async () => {
    const fake = fakeApp();
    const { app } = fake;
    const own = await publishes(fake);
    const drafts = await Promise.all([beginDraft(app, { from: own, asCopy: false }), beginDraft(app, { from: own, asCopy: false })]);
    const published = await Promise.all(drafts.map(({ id, draft }, at) =>
      publishDraft(app, id, carriedOut(draft, { type: 'set-title', title: `Tab ${String(at)}` }, 'none'))));
    expect(published.map((one) => one.ok && [one.value.title, one.value.version])).toEqual([['Tab 0', '2'], ['Tab 1', '3']]);
    expect((await readRoadmaps(app)).versions).toHaveLength(4);
  });

  it('never puts another content under a version that is here', async () => {
    const fake = fakeApp();
    const first = await publishes(fake);
    expect(await addRoadmap(fake.app, first)).toEqual({ ok: true, value: 'here' });
    expect(await addRoadmap(fake.app, { ...first, title: 'Other' })).toEqual({ ok: false, error: { type: 'RoadmapDiffers', id: first.id, version: '1' } });
    expect(await addRoadmap(fake.app, { ...shipped, title: 'Other' })).toMatchObject({ error: { type: 'RoadmapDiffers' } });
    expect(await addRoadmap(fake.app, { ...first, version: '7' })).toEqual({ ok: true, value: 'added' });
  });
});

describe('the roadmap for new meetings', () => {
  it('is the shipped one, then the leader’s choice; meetings keep theirs', async () => {
    const fake = fakeApp();
    expect((await roadmapInUse(fake.app)).by).toBe('shipped');
    const before = await beginPlan(fake.app);
    const own = await publishes(fake);
    expect(await roadmapForNewMeetings(fake.app)).toEqual(shipped);
    await useForNewMeetings(fake.app, own);
    expect(await roadmapInUse(fake.app)).toEqual({ roadmap: own, by: 'leader' });
    const after = await beginPlan(fake.app);
    const [old, fresh] = [await openMeeting(fake.app, before), await openMeeting(fake.app, after)];
    expect([old.ok && old.value.roadmap.id, fresh.ok && fresh.value.roadmap.id]).toEqual([shipped.id, own.id]);
    await useForNewMeetings(fake.app, null);
    expect((await roadmapInUse(fake.app)).by).toBe('shipped');
    await useForNewMeetings(fake.app, { id: 'gone', version: '1' });
    expect((await roadmapInUse(fake.app)).by).toBe('shipped');
  });

  it('is listed with the meetings that were begun with it, samples left aside', async () => {
    const fake = fakeApp();
    await loadSample(fake.app);
    await beginPlan(fake.app);
    const own = await publishes(fake);
    await useForNewMeetings(fake.app, own);
    await beginPlan(fake.app);
    await beginPlan(fake.app);
    expect((await readRoadmaps(fake.app)).versions.map(({ from, meetings, inUse }) => [from, meetings, inUse])).toEqual([['own', 2, true], ['shipped', 1, false]]);
  });

  it('tells whoever watches', async () => {
    const fake = fakeApp();
    let latest: Roadmaps | null = null;
    const stop = watchRoadmaps(fake.app, (roadmaps) => { latest = roadmaps; });
    await expect.poll(() => latest?.versions.length).toBe(1);
    const own = await publishes(fake);
    await useForNewMeetings(fake.app, own);
    await expect.poll(() => latest?.inUse.by).toBe('leader');
    stop();
  });

  it('says how long meetings stay, as long as nothing was chosen here', async () => {
    const fake = fakeApp();
    expect(await readRetention(fake.app)).toEqual(firstRetention());
    const { id, draft } = await beginDraft(fake.app, { from: shipped, asCopy: true });
    const published = await publishDraft(fake.app, id, carriedOut(draft, { type: 'set-district', change: { retentionMonths: 12 } }, 'none'));
    if (!published.ok) throw new Error('it can be published');
    await useForNewMeetings(fake.app, published.value);
    expect(await readRetention(fake.app)).toEqual({ ...firstRetention(), reduceAfterDays: 365 });
    await writeRetention(fake.app, { ...firstRetention(), reduceAfterDays: 30 });
    expect((await readRetention(fake.app)).reduceAfterDays).toBe(30);
  });

  it('says so too where the district gave it out and it was chosen, or another that is gone', async () => {
    const fake = fakeApp();
    const given = { ...shipped, id: 'theirs', version: '4', district: { retentionMonths: 84 } };
    fake.store.synced.sync.set('published', { body: { roadmap: given } });
    expect((await readRetention(fake.app)).reduceAfterDays).toBe(2_557);
    for (const choice of [given, { id: 'theirs', version: '3' }]) {
      await useForNewMeetings(fake.app, choice);
      expect([(await roadmapInUse(fake.app)).roadmap.id, (await readRetention(fake.app)).reduceAfterDays]).toEqual(['theirs', 2_557]);
    }
    await useForNewMeetings(fake.app, shipped);
    expect(await readRetention(fake.app)).toEqual(firstRetention());
    expect(shippedId).toBe(shipped.id);
  });

  it('still says so after a hold, and after another thing was chosen', async () => {
    const fake = fakeApp();
    const held = await beginPlan(fake.app);
    await holdMeeting(fake.app, held, true);
    await holdEverything(fake.app, true);
    await writeRetention(fake.app, { removeMarks: false });
    await useForNewMeetings(fake.app, { id: 'theirs', version: '4' });
    await addRoadmap(fake.app, { ...shipped, id: 'theirs', version: '4', district: { retentionMonths: 84 } });
    const now = { ...firstRetention(), hold: true, held: [held], removeMarks: false, reduceAfterDays: 2_557 };
    expect(await readRetention(fake.app)).toEqual(now);
    const elsewhere = fakeApp();
    await elsewhere.app.store.writeSetting('retention', withHeld(null, await fake.store.readSetting('retention')));
    expect(await readRetention(elsewhere.app)).toEqual({ ...now, reduceAfterDays: 90 });
    expect(withHeld({ reduceAfterDays: -1 }, { held: ['a'] })).toEqual({ hold: false, held: ['a'] });
  });
});
