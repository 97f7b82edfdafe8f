import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { finishMeeting } from '#app/meeting/finish-meeting.ts';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import { emptyMeeting, type Answer } from '#domain/entry.ts';
import { setBasics } from '#domain/meeting/plan.ts';
import { derivedOf, type DerivedMeeting } from '#domain/patterns/derived.ts';
import { exportedLook } from '#domain/patterns/exported.ts';
import { noFilter } from '#domain/patterns/filter.ts';
import { lookAt } from '#domain/patterns/look.ts';
import { patternSetOf } from '#domain/patterns/pattern-set.ts';
import { factsOf } from '#domain/patterns/roadmap-facts.ts';
import { carriedOut, draftFrom } from '#domain/roadmap/draft.ts';
import { publishedFrom } from '#domain/roadmap/publish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import { deskOn, deskOver } from '#tests/support/pattern-desk.ts';
import { recordFrom, roadmap, today, type Spec } from '#tests/support/pattern-record.ts';
import type { PatternDesk } from '#app/patterns/desk.ts';
import Patterns from '#ui/screens/patterns/Patterns.svelte';
import { reportWords, rolesInTables } from '#ui/screens/patterns/report-words.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import WithApp from '#tests/support/WithApp.svelte';

/** `count` meetings, one a week up to the fake clock's day; the item is answered as given, over and over. */
const meetings = (count: number, item: string, answers: readonly Answer[], over: (n: number) => Partial<Spec> = () => ({})): Spec[] =>
  Array.from({ length: count }, (_, n) => ({
    n: 230 + n * 5, code: `R-${String(n + 1).padStart(2, '0')}`, school: n % 2 === 0 ? 'Mesa' : 'Hill', team: 'Grade 3',
    marks: { [item]: answers[n % answers.length] ?? 'yes', 'purpose-stated': 'yes', 'facilitator-evident': 'yes' }, ...over(n),
  }));

async function onPatterns(desk: PatternDesk) {
  const fake = fakeApp();
  render(WithApp, { app: fake.app, screen: Patterns, given: { desk } });
  await screen.findByRole('heading', { name: 'Patterns' });
  return { ...fake, user: userEvent.setup() };
}

describe('patterns across meetings', () => {
  it('say first what repeats, in counts, with an interval and the meetings behind it', async () => {
    const { user } = await onPatterns(deskOver(meetings(12, 'intros-with-roles', ['no', 'no', 'yes'])));
    const repeats = await screen.findByRole('region', { name: 'What repeats' });
    expect(within(repeats).getByRole('heading', { name: /Everyone introduced by name and job.* is seldom seen/ })).toBeTruthy();
    const article = within(repeats).getAllByRole('article')[0] ?? repeats;
    expect(article.textContent).toMatch(/Seen in \d(?:\.5)? of 10 looked at, likely between \d and \d in 10/);
    await user.click(within(article).getByRole('button', { name: /See the meetings/ }));
    expect(within(repeats).getAllByRole('link', { name: /^R-\d\d$/ })).toHaveLength(10);
  });

  it('have the words of a roadmap’s own translation, the latest version’s first', async () => {
    const fake = fakeApp();
    const said = (version: string, label: string): Roadmap => ({ ...roadmap, id: 'theirs', version, translations: { es: { items: { 'intros-with-roles': { label } } } } });
    fake.store.roadmaps.push(said('10', 'Todos dijeron quiénes son'), said('9', 'De antes'));
    await spoken.speak('es');
    try {
      render(WithApp, { app: fake.app, screen: Patterns, given: { desk: deskOver(meetings(12, 'intros-with-roles', ['no', 'no', 'yes'])) } });
      expect((await screen.findAllByText(/Todos dijeron quiénes son/)).length).toBeGreaterThan(0);
      expect(screen.queryByText(/De antes/)).toBeNull();
    } finally {
      await spoken.speak('en');
    }
  });

  it('are told in Spanish, with the rule behind them, where Spanish is spoken', async () => {
    await spoken.speak('es');
    try {
      render(WithApp, { app: fakeApp().app, screen: Patterns, given: { desk: deskOver(meetings(12, 'intros-with-roles', ['no', 'no', 'yes'])) } });
      const repeats = await screen.findByRole('region', { name: 'Lo que se repite' });
      expect(within(repeats).getByRole('heading', { name: /se ve rara vez/ })).toBeTruthy();
      expect(repeats.textContent).toMatch(/Visto en \d(?:\.5)? de 10 que se miraron, probablemente entre \d y \d de cada 10/);
      expect(repeats.textContent).toContain('Comparta una agenda modelo con una línea para cada rol.');
      expect(repeats.textContent).toContain('Quienes facilitan piden roles claros y agendas.');
      expect(screen.getByRole('combobox', { name: 'Escuela' })).toBeTruthy();
    } finally {
      await spoken.speak('en');
    }
  });

  it('name conditions and split items of a roadmap of one’s own', async () => {
    const conditions = [{ id: 'own-1', label: 'Elders attend' }];
    const from = { ...roadmap, conditions };
    const draft = carriedOut(draftFrom(from), { type: 'split-item', item: 'goal-from-need', labels: ['Goal', 'Need'] }, 'part');
    const next = publishedFrom(draft, { version: '2', onDate: '2026-11-24' });
    if (!next.ok) throw new Error('it can be published');
    const row = (spec: Spec, of: Roadmap): DerivedMeeting[] => [derivedOf([{ owner: '', record: recordFrom(spec, of) }])].filter((one) => one !== null);
    const rows = [...row({ n: 1, on: ['own-1'], marks: { 'goal-from-need': 'yes' } }, from), ...row({ n: 2 }, next.value)];
    const set = patternSetOf(rows, [from, next.value].map(factsOf));
    await onPatterns(deskOn(set));
    const choices = within(await screen.findByRole('combobox', { name: 'Condition' })).getAllByRole('option').map(({ textContent }) => textContent);
    expect(choices).toContain('Elders attend');
    expect(choices).toContain('not: Elders attend');
    const split = roadmap.items.find(({ id }) => id === 'goal-from-need')?.label ?? '';
    const part = screen.getByRole('rowheader', { name: /^Need/ });
    expect(part.textContent).toContain(`Before it was split: a part of “${split}”. Those marks stand there.`);
    const filter = { ...noFilter, withConditions: ['own-1'] };
    const exported = exportedLook({ look: lookAt(set, filter, today), filter, kind: 'identified', today, roles: rolesInTables });
    expect(reportWords('en').filter(exported)).toContain('with Elders attend.');
  });

  it('call nothing a pattern from four meetings', async () => {
    await onPatterns(deskOver(meetings(4, 'intros-with-roles', ['no'])));
    const repeats = await screen.findByRole('region', { name: 'What repeats' });
    expect(repeats.textContent).toContain('Nothing repeats surely enough to say so.');
    expect(screen.getByRole('region', { name: 'Too few to call it a pattern' }).textContent).toMatch(/4\smeetings/);
    expect(within(screen.getByRole('table', { name: /^Item by item/ })).queryByText(/likely/)).toBeNull();
  });

  it('open the marks behind any cell of the grid and of the item table', async () => {
    const { user } = await onPatterns(deskOver(meetings(6, 'intros-with-roles', ['no', 'yes'])));
    await user.click((await screen.findAllByRole('button', { name: /^Kickoff, R-01,.* See the marks$/ }))[0] ?? document.body);
    const grid = screen.getByRole('region', { name: 'Phase by meeting' });
    expect(await within(grid).findByText('Everyone introduced by name and job: Not yet')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Everyone introduced by name and job, Not yet: 3/ }));
    const items = screen.getByRole('region', { name: 'Item by item' });
    expect((await within(items).findAllByText('Everyone introduced by name and job: Not yet')).filter((line) => line.classList.contains('why'))).toHaveLength(3);
    expect(within(grid).queryByText('Everyone introduced by name and job: Not yet')).toBeNull();
  });

  it('are of the meetings that the sentence chooses', async () => {
    const { user } = await onPatterns(deskOver(meetings(12, 'intros-with-roles', ['no', 'yes'])));
    await screen.findByText(/^12\sfinished\smeetings\.$/);
    await user.selectOptions(screen.getByRole('combobox', { name: 'School' }), 'Mesa');
    await screen.findByText(/^6\sfinished\smeetings\.$/);
    expect(screen.getByRole('button', { name: /Everyone introduced by name and job, Not yet: 6/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Everyone introduced by name and job, Yes/ })).toBeNull();
  });

  it('list what to verify in no other words', async () => {
    await onPatterns(deskOver(meetings(5, 'notice-sent-early', ['no', 'yes', 'yes', 'yes', 'yes'])));
    const verify = await screen.findByRole('region', { name: 'To verify' });
    expect(verify.textContent).toMatch(/Verify: Notice sent early enough to attend/);
    expect(document.body.textContent).not.toMatch(/violation|non-compliant|failed|overdue/i);
  });

  it('never put turns and samples together, and mark the study as no target', async () => {
    const talk = (mode: 'turns' | 'pulse'): Partial<Spec> => ({ talk: { mode, counts: { 'case-manager': 40, family: 12, student: 4 } } });
    await onPatterns(deskOver(meetings(6, 'intros-with-roles', ['yes'], (n) => talk(n < 3 ? 'turns' : 'pulse'))));
    expect((await screen.findByRole('region', { name: 'Who speaks, by turns' })).textContent).toMatch(/3\smeetings/);
    expect(screen.getByRole('region', { name: 'Who speaks, by samples' }).textContent).toMatch(/Not a target/);
  });

  it('become a next step of the latest own meeting behind them', async () => {
    const specs = meetings(12, 'intros-with-roles', ['no']);
    const fake = fakeApp();
    const id = await planMeeting(fake.app, setBasics(emptyMeeting(), { code: 'R-14', onDate: '2026-10-01' }));
    const opened = await openMeeting(fake.app, id);
    if (!opened.ok) throw new Error(opened.error.type);
    await finishMeeting(fake.app, opened.value);
    const desk = deskOver(specs);
    const look = await desk.look({ from: null, to: null, schools: [], teams: [], types: [], withConditions: [], withoutConditions: [], roadmap: null, ownOnly: false }, '2026-11-12');
    const latest = look?.found.findings[0]?.strip.at(-1)?.meeting ?? '';
    /** The same look with the meeting that this device really has in the latest one's place. */
    const renamed: PatternDesk = { ...desk, look: (filter, today) => desk.look(filter, today).then((found) => JSON.parse(JSON.stringify(found).replaceAll(latest, id)) as typeof found) };
    render(WithApp, { app: fake.app, screen: Patterns, given: { desk: renamed } });
    const user = userEvent.setup();
    await user.click((await screen.findAllByRole('button', { name: /Make it a follow-up/ }))[0] ?? document.body);
    expect(await screen.findByText(/It is a next step of R-/)).toBeTruthy();
    expect(fake.store.changes.some(({ meeting, kind, value }) => meeting === id && kind === 'follow-up' && JSON.stringify(value).includes('seldom seen'))).toBe(true);
  });
});
