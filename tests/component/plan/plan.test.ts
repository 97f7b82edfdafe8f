import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { keepDigest } from '#app/meeting/keep-digest.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import { emptyMeeting } from '#domain/entry.ts';
import { entryIdOf } from '#domain/ids.ts';
import { addNote, notesOf } from '#domain/meeting/note.ts';
import { attendeesOf, basicsOf, conditionsOf, datesOf, firstAttendees, limitDaysOf, setBasics, setLimitDays, toggleCondition } from '#domain/meeting/plan.ts';
import { minutesOf } from '#domain/meeting/timing.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import Plan from '#ui/screens/plan/Plan.svelte';
import { fakeApp, tenOClock } from '#tests/support/fake-app.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { onScreen, reopened } from './opened.ts';
import WithApp from './WithApp.svelte';

const seat = (name: string): HTMLElement => {
  const row = screen.getByText(name).closest('li');
  if (!row) throw new Error(`no seat ${name}`);
  return row;
};

describe('the plan of a meeting', () => {
  it('asks for the capacity first and says in one sentence what follows', async () => {
    const { user, meeting } = await onScreen(Plan);
    expect(screen.getByText(/needs the family’s agreement/).textContent).toContain('300.321(a)(6)');
    await user.click(screen.getByRole('radio', { name: 'Observer, family agrees' }));
    expect(basicsOf(meeting.entries).capacity).toBe('observer');
    expect(screen.getByText(/Letter to Haller/)).toBeTruthy();
    expect(screen.getAllByRole('radio')[0]?.compareDocumentPosition(screen.getByLabelText('Type'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('offers twelve types, and a type changes what is asked', async () => {
    const { user, meeting } = await onScreen(Plan);
    const before = meeting.askedById.size;
    const type = screen.getByLabelText('Type');
    expect(within(type).getAllByRole('option')).toHaveLength(12);
    await user.selectOptions(type, 'manifestation');
    expect(meeting.askedById.size).not.toBe(before);
    expect(screen.getByText(`${meeting.askedById.size} of 70 items will be asked`)).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /^Behavior/ })).toBeNull();
    expect(screen.getAllByText('comes with the type').length).toBeGreaterThan(0);
  });

  it('asks more with an interpreter, names the language, and asks for the seat', async () => {
    const { user, meeting } = await onScreen(Plan);
    const before = meeting.askedById.size;
    await user.click(screen.getByRole('checkbox', { name: 'Interpreter' }));
    expect(meeting.askedById.size).toBeGreaterThan(before);
    await user.type(screen.getByLabelText('Interpreter’s language'), 'Spanish');
    await user.tab();
    expect(screen.getByRole('checkbox', { name: 'Interpreter: Spanish' })).toBeTruthy();
    expect(seat('Interpreter').textContent).toContain('300.322(e)');
  });

  it('asks conditions of the roadmap’s own, and shows what follows from them', async () => {
    const fake = fakeApp();
    const shipped = defaultRoadmap();
    const conditions = [{ id: 'own-1', label: 'Elders attend' }, { id: 'own-2', label: 'Two languages', match: 'all' as const, of: ['own-1', 'interpreter'] }];
    const roadmap: Roadmap = {
      ...shipped, id: 'own-map', conditions,
      items: shipped.items.map((item, at) => (at === 0 ? { ...item, appliesWhen: ['own-1'] } : item)),
      translations: { es: { conditions: { 'own-1': { label: 'Asisten mayores' } } } },
      district: { timeLimits: { 'notice-sent': { days: 10, source: 'District handbook, page 4' } } },
    };
    const id = await planMeeting(fake.app, setLimitDays(emptyMeeting(), 'notice-sent', 10), roadmap);
    const meeting = await reopened(fake, id);
    const { unmount } = render(WithApp, { app: fake.app, screen: Plan, meeting });
    const user = userEvent.setup();
    const before = meeting.askedById.size;
    await user.click(screen.getByRole('checkbox', { name: 'Elders attend' }));
    expect(screen.getByText(`${String(before + 1)} of 70 items will be asked`)).toBeTruthy();
    expect(screen.queryByText(/^Two languages/)).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Interpreter' }));
    expect(screen.getByText(/^Two languages/).textContent).toBe('Two languages follows from: Elders attend and interpreter');
    await user.click(screen.getByRole('button', { name: 'Local time limits' }));
    expect(screen.getByText('From the roadmap. Source: District handbook, page 4')).toBeTruthy();
    unmount();
    await spoken.speak('es');
    try {
      render(WithApp, { app: fake.app, screen: Plan, meeting: await reopened(fake, id) });
      const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Asisten mayores' });
      expect(box.checked).toBe(true);
      await user.click(box);
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Asisten mayores' }).checked).toBe(false);
    } finally {
      await spoken.speak('en');
    }
  });

  it('stores a typed field at the pause and takes it back as one step', async () => {
    const { user, meeting } = await onScreen(Plan);
    const field = screen.getByLabelText('Student code');
    await user.type(field, 'R-1');
    await waitFor(() => { expect(basicsOf(meeting.entries).code).toBe('R-1'); });
    await user.type(field, '4');
    await user.tab();
    expect(basicsOf(meeting.entries).code).toBe('R-14');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(basicsOf(meeting.entries).code).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('Student code').value).toBe('');
  });

  it('says that a code may be a name, and keeps it all the same', async () => {
    const { user, meeting } = await onScreen(Plan);
    await user.type(screen.getByLabelText('Student code'), 'Maria Lopez');
    await user.tab();
    expect(screen.getByText(/This may be a name/)).toBeTruthy();
    expect(basicsOf(meeting.entries).code).toBe('Maria Lopez');
  });
});

describe('who will be there', () => {
  it('shows the seats of 34 CFR 300.321 and covers one when somebody comes', async () => {
    const { user } = await onScreen(Plan);
    const row = seat('General education teacher');
    expect(row.dataset['standing']).toBe('open');
    expect(row.textContent).toContain('300.321(a)(2)');
    await user.selectOptions(within(row).getByRole('combobox'), 'video');
    expect(seat('General education teacher').dataset['standing']).toBe('covered');
    expect(within(seat('General education teacher')).getByText(/^Covered/)).toBeTruthy();
  });

  it('adds, changes and removes somebody; an emptied seat can be taken again', async () => {
    const { user, meeting } = await onScreen(Plan);
    await user.click(screen.getByRole('button', { name: 'Add someone' }));
    await user.selectOptions(screen.getByLabelText('Role'), 'nurse');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await user.click(screen.getByRole('button', { name: /^Nurse/ }));
    await user.type(screen.getByLabelText('Which one'), 'School nurse, mornings');
    await user.tab();
    expect(attendeesOf(meeting.entries).find(({ role }) => role === 'nurse')?.words).toBe('School nurse, mornings');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(attendeesOf(meeting.entries).some(({ role }) => role === 'nurse')).toBe(false);

    await user.click(screen.getByRole('button', { name: /^LEA representative/ }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await user.click(screen.getByRole('button', { name: 'Add: LEA representative' }));
    expect(attendeesOf(meeting.entries).filter(({ role }) => role === 'lea-rep')).toHaveLength(1);
  });
});

describe('minutes and dates', () => {
  it('change by button and by number, and stay between 0 and 600', async () => {
    const { user, meeting } = await onScreen(Plan);
    await user.click(screen.getByRole('button', { name: 'Change the minutes' }));
    await user.click(screen.getByRole('button', { name: 'One minute more: Kickoff' }));
    expect(minutesOf(meeting.entries, meeting.phases).get('kickoff')).toBe(6);
    const field = screen.getByLabelText('Kickoff');
    await user.clear(field);
    await user.type(field, '9000');
    await user.tab();
    expect(minutesOf(meeting.entries, meeting.phases).get('kickoff')).toBe(600);
    expect(screen.getByText(/From 0 to 600 minutes/)).toBeTruthy();
  });

  it('keeps a date and a local limit; examples come with their source and stay offers', async () => {
    const { user, meeting } = await onScreen(Plan);
    void meeting.act(setBasics(meeting.entries, { onDate: '2026-11-12' }));
    await user.click(screen.getByRole('button', { name: 'Local time limits' }));
    expect(limitDaysOf(meeting.entries)).toEqual({});
    await user.click(screen.getByRole('button', { name: 'Use 5: Meeting notice sent, NY' }));
    expect(limitDaysOf(meeting.entries)).toEqual({ 'notice-sent': 5 });
    expect(screen.getByText('Was due Sat, Nov 7')).toBeTruthy();
    expect(screen.getAllByText(/source: nysed\.gov/).length).toBeGreaterThan(0);
    expect(screen.queryAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('http'))).toEqual([]);
    expect(datesOf(meeting.entries)).toEqual({});
    const limit = screen.getByRole('spinbutton', { name: 'Staff informed' });
    await user.type(limit, '-4');
    await user.tab();
    expect(limitDaysOf(meeting.entries)).toEqual({ 'notice-sent': 5 });
    expect(screen.getByText(/A whole number of days/)).toBeTruthy();
  });
});

describe('copying an earlier plan', () => {
  it('brings team, type, conditions and people; never code, date or notes', async () => {
    const fake = fakeApp();
    const empty = emptyMeeting();
    const from = await planMeeting(fake.app, [
      ...setBasics(empty, { type: 'reevaluation', code: 'R-14', onDate: '2026-10-01', team: 'Grade 3', room: '112' }),
      ...toggleCondition(empty, 'interpreter'),
      ...firstAttendees({ newId: fake.app.newId }),
      ...addNote({ id: fake.app.newId(), text: 'A thought of mine', tag: null, about: { to: 'meeting', id: '' }, nowMs: tenOClock }),
    ]);
    await keepDigest(fake.app, await reopened(fake, from));
    const { user, meeting } = await onScreen(Plan, { fake });
    await user.type(screen.getByLabelText('Student code'), 'K-07');
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Copy an earlier plan' }));
    await user.click(await screen.findByRole('button', { name: /R-14/ }));
    await screen.findByText('The plan of R-14 was copied. Undo takes it back.');
    expect(basicsOf(meeting.entries)).toMatchObject({ type: 'reevaluation', code: 'K-07', onDate: null, team: 'Grade 3', room: '112' });
    expect([...conditionsOf(meeting.entries)]).toContain('interpreter');
    expect(attendeesOf(meeting.entries)).toHaveLength(5);
    expect(notesOf(meeting.entries)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(basicsOf(meeting.entries)).toMatchObject({ type: 'annual', code: 'K-07', team: '' });
  });
});

describe('text of any length and kind', () => {
  const markup = '<img src=x onerror="document.title=1">{{7*7}} \u202Ertl\u202C &amp; "quoted"';

  it.each(['Student code', 'Room', 'Team', 'School'])('is kept in %s as it was written', async (label) => {
    const { user, meeting } = await onScreen(Plan);
    const field = screen.getByLabelText<HTMLInputElement>(label);
    await user.click(field);
    await user.paste(markup);
    await user.tab();
    expect(Object.values(basicsOf(meeting.entries))).toContain(markup);
    expect(document.querySelector('main img')).toBeNull();
  });

  it.each(['Student code', 'Room', 'Team', 'School'])('beyond what %s holds stays on screen and whole in a note, and that is said', async (label) => {
    const { user, meeting } = await onScreen(Plan);
    const long = 'word '.repeat(2_000);
    const field = screen.getByLabelText<HTMLInputElement>(label);
    await user.click(field);
    await user.paste(long);
    await user.tab();
    expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe(long);
    expect(screen.getByText(/2,000 characters fit here/)).toBeTruthy();
    expect(notesOf(meeting.entries).map(({ text, tag }) => ({ text, tag }))).toEqual([{ text: long, tag: 'device-only' }]);
    expect(Object.values(basicsOf(meeting.entries))).toContain(long.slice(0, 2_000));
    await user.clear(field);
    await user.paste('short');
    await user.tab();
    expect(notesOf(meeting.entries)).toEqual([]);
  });
});

describe('beginning', () => {
  it('works at any time and says what is not filled in', async () => {
    const { user, meeting } = await onScreen(Plan);
    expect(screen.getByText(/Not filled in yet: the student code, as whom you are there/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    expect(meeting.entries.timing.get(entryIdOf('timing'))?.startedAtMs).toBe(tenOClock);
    expect(location.pathname).toBe(`/meeting/${meeting.id}/run`);
  });
});
