/** A leader sitting in a meeting: an annual review of R-14, begun, in the third phase. */
import { render, screen, within } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { tick } from 'svelte';
import { beginMeeting } from '#app/meeting/run.ts';
import type { Edit, Meeting } from '#domain/entry.ts';
import { addAttendee, setBasics } from '#domain/meeting/plan.ts';
import { enterPhase } from '#domain/meeting/timing.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { fakeApp, fakeSession, type FakeApp } from '#tests/support/fake-app.ts';
import Sitting from './Sitting.svelte';

export interface Sat extends FakeApp {
  readonly meeting: OpenMeeting;
  readonly user: UserEvent;
  readonly unmount: () => void;
}

export interface Setting {
  readonly begun?: boolean;
  readonly view?: 'phase' | 'thread';
  readonly roadmap?: Roadmap;
  readonly with?: (meeting: Meeting, fake: FakeApp) => Edit[];
}

export function sitDown({ begun = true, view = 'phase', roadmap = defaultRoadmap(), with: extra }: Setting = {}): Sat {
  const fake = fakeApp();
  const meeting = new OpenMeeting(fake.app, fakeSession(fake), roadmap);
  const act = (edits: readonly Edit[]): void => void meeting.act(edits);
  act(setBasics(meeting.entries, { type: 'annual', code: 'R-14', room: 'Room 112', startsAt: '10:00' }));
  for (const role of ['family', 'case-manager', 'gen-ed'] as const) act(addAttendee(meeting.entries, { id: fake.app.newId(), role, how: 'in-person' }));
  if (begun) void beginMeeting(fake.app, meeting, 'kickoff');
  act(enterPhase(meeting.entries, 'needs-impact', { id: fake.app.newId(), nowMs: fake.app.nowMs() }));
  if (extra) act(extra(meeting.entries, fake));
  const { unmount } = render(Sitting, { app: fake.app, meeting, view });
  return { ...fake, meeting, user: userEvent.setup(), unmount };
}

/** The same meeting's screen, opened anew. */
export async function comeBack({ app, meeting, unmount }: Sat): Promise<UserEvent> {
  unmount();
  render(Sitting, { app, meeting, view: 'phase' });
  await tick();
  return userEvent.setup();
}

/** The row of an item, by its number. */
export function row(number: string): HTMLElement {
  const group = screen.getByRole('radiogroup', { name: new RegExp(`^${number.replace('.', '\\.')} `) });
  const found = group.closest<HTMLElement>('[data-item]');
  if (!found) throw new Error(`no row ${number}`);
  return found;
}

export const cell = (number: string, answer: string): HTMLElement => within(row(number)).getByRole('radio', { name: answer });
export const chosen = (number: string): string | null => within(row(number)).queryByRole('radio', { checked: true })?.textContent.trim() ?? null;
export const jot = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Note' });
