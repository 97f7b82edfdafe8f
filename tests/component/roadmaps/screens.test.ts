import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft, keepDraft, openDraft } from '#app/roadmap/drafts.ts';
import { publishDraft } from '#app/roadmap/publish-draft.ts';
import { beginTrial } from '#app/roadmap/unstored.ts';
import { markEntry, setMark } from '#domain/meeting/mark.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { carriedOut } from '#domain/roadmap/draft.ts';
import { router } from '#ui/router.svelte.ts';
import Changes from '#ui/screens/roadmaps/Changes.svelte';
import EditDraft from '#ui/screens/roadmaps/editor/Editor.svelte';
import Roadmaps from '#ui/screens/roadmaps/Roadmaps.svelte';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { countingId, fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import WithApp from '#tests/support/WithApp.svelte';

let fake: FakeApp;
beforeEach(() => { fake = fakeApp(); });
afterEach(() => { router.replace('/'); });

function shows(screenOf: Component, address: string): void {
  router.replace(address);
  render(WithApp, { app: fake.app, screen: screenOf });
}

/** A copy of the shipped roadmap, published twice; the second time under another title. Gives its id. */
async function publishesTwice(): Promise<string> {
  const first = await beginDraft(fake.app, { from: defaultRoadmap(), asCopy: true });
  const one = await publishDraft(fake.app, first.id, first.draft);
  if (!one.ok) throw new Error('it has no faults');
  const second = await beginDraft(fake.app, { from: one.value, asCopy: false });
  await publishDraft(fake.app, second.id, carriedOut(second.draft, { type: 'set-title', title: 'Valley roadmap' }, countingId(9)));
  return one.value.id;
}

describe('the roadmaps of a tablet', () => {
  it('shows the one that ships, and copies it into a draft', async () => {
    shows(Roadmaps, '/roadmaps');
    await userEvent.click(await screen.findByRole('button', { name: /^Copy and edit: Collaborative IEP/ }));
    await waitFor(() => { expect(router.path).toBe('/roadmaps/edit'); });
    const draft = await openDraft(fake.app, router.query.get('id') ?? '');
    expect(draft?.roadmap.items).toHaveLength(defaultRoadmap().items.length);
    expect(draft?.roadmap.id).not.toBe(defaultRoadmap().id);
  });

  it('chooses one of its versions for new meetings, and compares two', async () => {
    const id = await publishesTwice();
    shows(Roadmaps, '/roadmaps');
    await userEvent.click(await screen.findByRole('button', { name: 'Use for new meetings: Valley roadmap, version 2' }));
    expect(await fake.app.store.readSetting('roadmap-in-use')).toEqual({ id, version: '2' });
    const link = screen.getByRole('link', { name: 'See the changes' });
    expect(link.getAttribute('href')).toBe(`/roadmaps/changes?id=${id}&from=1&to=2`);
  });

  it('tells what changed in sentences, in Spanish too', async () => {
    const id = await publishesTwice();
    shows(Changes, `/roadmaps/changes?id=${id}&from=1&to=2`);
    await screen.findByText(/^The roadmap: the title was “Collaborative IEP Team Meetings Roadmap”, now “Valley roadmap”\.$/);
    await spoken.speak('es');
    await screen.findByText(/^La hoja de ruta: cambió el título\./);
    await spoken.speak('en');
  });
});

describe('a draft that is open in two tabs', () => {
  it('goes on with the words of the other one', async () => {
    const { id, draft } = await beginDraft(fake.app, { from: defaultRoadmap(), asCopy: true });
    shows(EditDraft, `/roadmaps/edit?id=${id}`);
    expect((await within(await screen.findByRole('region', { name: 'About this roadmap' })).findByLabelText<HTMLInputElement>('Title')).value).toBe(defaultRoadmap().title);
    await keepDraft(fake.app, id, carriedOut(draft, { type: 'set-title', title: 'From the other tab' }, countingId(9)));
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => { expect(within(screen.getByRole('region', { name: 'About this roadmap' })).getByLabelText<HTMLInputElement>('Title').value).toBe('From the other tab'); });
  });
});

describe('trying a roadmap', () => {
  it('asks everything, and stores nothing of it', async () => {
    const { app, session } = beginTrial(fake.app, defaultRoadmap());
    const meeting = new OpenMeeting(app, session, defaultRoadmap());
    const during = meeting.phases.flatMap(({ items }) => items);
    expect(during).toHaveLength(defaultRoadmap().items.length);
    const item = during[0]?.item;
    if (!item) throw new Error('there are items');
    await meeting.act(setMark(meeting.entries, item, 'yes', 0));
    expect(meeting.entries.mark.has(markEntry(item.id))).toBe(true);
    expect([...fake.store.changes, ...fake.store.listed.values()]).toEqual([]);
    meeting.close();
  });
});
