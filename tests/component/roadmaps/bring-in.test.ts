import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { packedRoadmap } from '#export/roadmap-link/pack.ts';
import { write } from '#export/roadmap-xlsform/write.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import WithApp from '#tests/support/WithApp.svelte';
import { bookOf, formWords } from '#tests/unit/roadmap-exchange/books.ts';
import BringIn from '#ui/screens/roadmaps/exchange/BringIn.svelte';

const shipped = defaultRoadmap();
const own = { ...shipped, id: 'own', title: 'Own roadmap', version: '3', items: shipped.items.slice(0, 2), phases: shipped.phases.slice(0, 2) };
const fileOf = (bytes: Uint8Array<ArrayBuffer> | string, name: string): File => new File([bytes], name);

async function chosen(...files: File[]) {
  const user = userEvent.setup();
  const fake = fakeApp();
  render(WithApp, { app: fake.app, screen: BringIn });
  await user.upload(screen.getByLabelText('Roadmap to bring in'), files);
  return { ...fake, user };
}

beforeEach(() => { history.replaceState(null, '', '/roadmaps/bring-in'); });

describe('bringing in a roadmap', () => {
  it('shows what comes in, keeps it only at the tap, and finds it here the second time', async () => {
    const { store, user } = await chosen(fileOf(await write(own, formWords), 'own.xlsx'));
    expect(await screen.findByText('Own roadmap')).toBeTruthy();
    expect(screen.getByText('Everything in the file has its place.')).toBeTruthy();
    expect(screen.getByText('No version of this roadmap is on this tablet yet.')).toBeTruthy();
    expect(store.roadmaps).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep it on this tablet' }));
    expect(await screen.findByText(/Own roadmap, version 3, is on this tablet now\./)).toBeTruthy();
    expect(store.roadmaps).toEqual([own]);
    await user.upload(screen.getByLabelText('Roadmap to bring in'), fileOf(JSON.stringify(own), 'own.json'));
    expect(await screen.findByText('This version is on this tablet already. There is nothing to bring in.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Keep it on this tablet' })).toBeNull();
  });

  it('lists what does not fit with its row, and takes other scales when asked to', async () => {
    const { user } = await chosen(fileOf(bookOf({
      survey: [['type', 'name', 'label'], ['select_one yn', 'a', 'Agenda shown'], ['text', 'c', 'Comment'], ['select_one likert', 'f', 'Felt heard']],
      choices: [['list_name', 'name', 'label'], ['yn', 'y', 'Yes'], ['yn', 'n', 'No'], ['likert', 1, 'Agree'], ['likert', 2, 'Disagree']],
    }), 'form.xlsx'));
    const unfit = await screen.findByRole('region', { name: 'What does not fit' });
    expect(within(unfit).getByText('Questions with another scale are left out.')).toBeTruthy();
    expect(within(unfit).getByText('Agree, Disagree')).toBeTruthy();
    expect(within(unfit).getAllByText(/sheet “survey”, row /u).map(({ textContent }) => textContent)).toEqual(['sheet “survey”, row\u00a03', 'sheet “survey”, row\u00a04']);
    expect(screen.getByText('1 item in 1 phase')).toBeTruthy();
    await user.click(screen.getByLabelText(/^Bring in questions with other scales too/u));
    expect(await screen.findByText('2 items in 1 phase')).toBeTruthy();
  });

  it('keeps another content of a known version under the next version', async () => {
    const { store, user } = await chosen(fileOf(JSON.stringify({ ...shipped, title: 'Changed' }), 'changed.json'));
    expect(await screen.findByText(`Version ${shipped.version} on this tablet says something else. It stays as it is; this one would be kept as version 2.`)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'What differs from the version here' })).toBeTruthy();
    expect(screen.getByText(/“Changed”/u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep it on this tablet' }));
    await screen.findByText(/Changed, version 2, is on this tablet now/u);
    expect(store.roadmaps).toMatchObject([{ title: 'Changed', version: '2' }]);
  });

  it('refuses a broken file in words, and says so when the tablet is full', async () => {
    const { store, user } = await chosen(fileOf('{"id": 1', 'broken.json'));
    expect(await screen.findByText(/This file ends in the middle, at line 1\. All roadmaps on this tablet are as they were\./u)).toBeTruthy();
    await user.upload(screen.getByLabelText('Roadmap to bring in'), fileOf(JSON.stringify(own), 'own.json'));
    store.refuse({ type: 'StorageFull', usedBytes: 1, quotaBytes: 1 });
    await user.click(await screen.findByRole('button', { name: 'Keep it on this tablet' }));
    expect(await screen.findByText(/The tablet is full, so the roadmap was not kept\./u)).toBeTruthy();
  });

  it('reads a roadmap from the address of a code, also in Spanish', async () => {
    await spoken.speak('es');
    history.replaceState(null, '', `/roadmaps/bring-in#r=${packedRoadmap(own)}`);
    render(WithApp, { app: fakeApp().app, screen: BringIn });
    expect(await screen.findByText('Own roadmap')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Guardarla en esta tableta' })).toBeTruthy();
    expect(location.hash).toBe('');
    await spoken.speak('en');
  });
});
