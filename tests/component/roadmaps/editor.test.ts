import { render, screen, within } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { carriedOut, draftFrom, emptyDraft, type RoadmapDraft } from '#domain/roadmap/draft.ts';
import { Editor } from '#ui/screens/roadmaps/editor/editor.svelte.ts';
import Writing from '#ui/screens/roadmaps/editor/Writing.svelte';
import { spoken } from '#ui/words/language.svelte.ts';
import { countingId } from '#tests/support/fake-app.ts';

Element.prototype.scrollIntoView = () => undefined; // jsdom lays nothing out

interface Written { readonly editor: Editor; readonly user: UserEvent; readonly kept: RoadmapDraft[]; readonly published: () => number }

function writes(draft = draftFrom(defaultRoadmap())): Written {
  let count = 0;
  const kept: RoadmapDraft[] = [];
  const editor = new Editor(draft, { id: countingId(0), version: '2' }, { newId: () => countingId(count += 1), keep: (one) => { kept.push(one); } });
  const onpublish = vi.fn();
  render(Writing, { editor, saved: undefined, use: { since: 'September 8', meetings: 11 }, publishing: false, onpublish, ondrop: () => undefined });
  return { editor, user: userEvent.setup(), kept, published: () => onpublish.mock.calls.length };
}
const region = (name: string | RegExp): HTMLElement => screen.getByRole('region', { name });
const opens = async (user: UserEvent, phase: RegExp, item: RegExp): Promise<void> => {
  await user.click(within(region('Phases')).getByRole('button', { name: phase }));
  await user.click(screen.getByRole('button', { name: item }));
};
const order = (): string[] => within(region(/^3/)).getAllByRole('button', { name: /^3\.\d+ / }).map((button) => button.textContent.replaceAll(/\s+/gu, ' ').trim());

describe('writing a roadmap', () => {
  it('says at its place that a text is too long, counts, and leads there from the publish button', async () => {
    const { user, published } = writes();
    await opens(user, /^3 Present levels/, /^3\.4 /);
    const field = screen.getByLabelText('Text');
    await user.clear(field);
    await user.paste('x'.repeat(61));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('1 characters too many: it holds 60.');
    expect(screen.getByText('61 of 60')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'One thing is to be put right first' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Text'));
    await user.keyboard('{Backspace}');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Publish version 2' }));
    expect(published()).toBe(1);
  });

  it('goes on with what another tab wrote in it, and never over words that are not stored', async () => {
    const { user, editor, kept } = writes();
    const theirs = carriedOut(editor.draft, { type: 'set-title', title: 'From the other tab' }, 'none');
    editor.adopt(theirs);
    expect([editor.roadmap.title, kept.length]).toEqual(['From the other tab', 0]);
    await opens(user, /^3 Present levels/, /^3\.1 /);
    await user.type(screen.getByLabelText('Text'), ' now');
    editor.adopt(carriedOut(theirs, { type: 'set-title', title: 'Later' }, 'none'));
    await user.tab();
    expect(kept.at(-1)?.roadmap.title).toBe('From the other tab');
    expect(kept.at(-1)?.roadmap.items.some(({ label }) => label.endsWith(' now'))).toBe(true);
    editor.undo();
    editor.undo();
    expect(editor.roadmap.title).toBe(defaultRoadmap().title);
  });

  it('has no second language that undo made its own', () => {
    const { editor } = writes();
    editor.run({ type: 'set-language', language: 'es' });
    editor.second = 'en';
    expect(editor.secondText({ kind: 'roadmap', field: 'title' })).toBeDefined();
    editor.undo();
    expect([editor.second, editor.secondText({ kind: 'roadmap', field: 'title' })]).toEqual([null, undefined]);
  });

  it('takes back a whole field at once, and does it again', async () => {
    const { user, editor, kept } = writes();
    await opens(user, /^3 Present levels/, /^3\.1 /);
    const field = screen.getByLabelText<HTMLInputElement>('Text');
    const before = field.value;
    await user.type(field, ' now');
    await user.tab();
    expect(kept.at(-1)?.roadmap.items.some(({ label }) => label === `${before} now`)).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByLabelText<HTMLInputElement>('Text').value).toBe(before);
    expect(editor.history.canUndo).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    expect(screen.getByLabelText<HTMLInputElement>('Text').value).toBe(`${before} now`);
  });

  it('keeps at least a hundred steps', () => {
    const { editor } = writes();
    for (let step = 0; step < 120; step += 1) editor.run({ type: 'set-title', title: `Step ${String(step)}` });
    for (let step = 0; step < 120; step += 1) editor.undo();
    expect(editor.roadmap.title).toBe(defaultRoadmap().title);
  });

  it('moves an item by keyboard on its grip, says where it is, and puts it back', async () => {
    const { user } = writes();
    await user.click(within(region('Phases')).getByRole('button', { name: /^3 Present levels/ }));
    const [first, second] = order();
    screen.getByRole('button', { name: 'Move 3.1' }).focus();
    await user.keyboard(' {ArrowDown}{Escape}');
    expect(screen.getByText(/^Back at place 1 of/)).toBeTruthy();
    expect(order()[0]).toBe(first);
    await user.keyboard(' {ArrowDown}');
    expect(screen.getByText(/^Place 2 of/)).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(order()[1]).toContain(first?.replace('3.1 ', ''));
    expect(order()[0]).toContain(second?.replace('3.2 ', ''));
    await vi.waitFor(() => { expect(document.activeElement?.getAttribute('aria-label')).toBe('Move 3.2'); });
  });

  it('asks an item only with a condition of the roadmap’s own', async () => {
    const { user, editor } = writes();
    await user.click(screen.getByRole('button', { name: 'Add a condition' }));
    await user.type(screen.getByLabelText('Condition'), 'Foster care');
    await opens(user, /^3 Present levels/, /^3\.1 /);
    await user.selectOptions(within(region(/^3/)).getByLabelText('Asked'), 'When any of these is so');
    expect(screen.getByText('Choose at least one.')).toBeTruthy();
    await user.click(within(region(/^3/)).getByRole('checkbox', { name: 'Foster care' }));
    expect(editor.roadmap.items.find(({ id }) => id === editor.openItem)?.appliesWhen).toEqual([editor.roadmap.conditions?.[0]?.id]);
    expect(screen.getByText('Asked only when: foster care')).toBeTruthy();
  });

  it('splits, merges, retires and brings back', async () => {
    const { user, editor } = writes();
    await opens(user, /^3 Present levels/, /^3\.1 /);
    const id = editor.openItem;
    await user.click(screen.getByRole('button', { name: 'Retire in version 2' }));
    await user.click(screen.getByRole('button', { name: /^Bring back: Present levels/ }));
    expect(editor.roadmap.items.some((item) => item.id === id)).toBe(true);
    await user.click(screen.getByRole('button', { name: /^3\.1 / }));
    await user.click(screen.getByRole('button', { name: 'Split' }));
    expect(screen.getByLabelText<HTMLInputElement>('Text').value).toBe('');
    await user.paste('The other half');
    editor.keepNow();
    expect(editor.changes.map(({ type }) => type)).toContain('item-split');
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    const select = screen.getByLabelText('Merge with');
    await user.selectOptions(select, within(select).getAllByRole('option')[1] ?? []);
    editor.keepNow();
    expect(editor.roadmap.items.find((item) => item.id === editor.openItem)?.continues?.length).toBeGreaterThan(0);
  });

  it('shows a second language beside, and counts what has no words yet', async () => {
    const { user, editor } = writes(draftFrom({ ...defaultRoadmap(), id: 'own', translations: {} }));
    await user.click(within(screen.getByRole('group', { name: 'Shown with it' })).getByRole('radio', { name: 'Español' }));
    const missing = editor.missing.length;
    expect(screen.getByRole('status').textContent).toBe(`${String(missing)}\u00a0texts without words in Spanish yet.`);
    await user.type(screen.getByLabelText(/^Title in Spanish/), 'Hoja de ruta');
    editor.keepNow();
    expect(editor.missing).toHaveLength(missing - 1);
  });

  it('begins empty, and speaks Spanish', async () => {
    await spoken.speak('es');
    const { user, editor } = writes(emptyDraft('own', 'Mi hoja'));
    await user.click(screen.getByRole('button', { name: 'Agregar una fase' }));
    await user.type(within(region(/Fase nueva/)).getByLabelText('Título'), 'Inicio');
    await user.click(screen.getByRole('button', { name: 'Agregar un indicador' }));
    await user.type(screen.getByLabelText('Texto'), 'Todos se presentan');
    expect(editor.roadmap.items[0]?.label).toBe('Todos se presentan');
    await user.tab();
    await screen.findByRole('button', { name: 'Publicar la versión 2' });
    await spoken.speak('en');
  });
});
