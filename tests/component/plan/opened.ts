/** A meeting on a screen, over the app without a browser. */
import { render } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { Component } from 'svelte';
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { planMeeting } from '#app/meeting/plan-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import type { MeetingId } from '#domain/ids.ts';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import WithApp from './WithApp.svelte';

/** jsdom lays nothing out, so there is nothing to observe. */
globalThis.ResizeObserver = class implements ResizeObserver {
  observe(): void { /* never calls */ }
  unobserve(): void { /* never calls */ }
  disconnect(): void { /* never calls */ }
};

export interface Opened extends FakeApp {
  readonly meeting: OpenMeeting;
  readonly user: UserEvent;
}

/** Opens a meeting of the app. */
export async function reopened(fake: FakeApp, id: MeetingId): Promise<OpenMeeting> {
  const opened = await openMeeting(fake.app, id);
  if (!opened.ok) throw new Error(opened.error.type);
  return new OpenMeeting(fake.app, opened.value.session, opened.value.roadmap);
}

/** A fresh plan, or the sample, open on `screen`. */
export async function onScreen(
  screen: Component<{ meeting: OpenMeeting }>,
  { sample = false, fake = fakeApp(), address = '/' }: { sample?: boolean; fake?: FakeApp; address?: string } = {},
): Promise<Opened> {
  const id = sample ? await loadSample(fake.app) : await planMeeting(fake.app);
  const meeting = await reopened(fake, id);
  const { router } = await import('#ui/router.svelte.ts');
  router.replace(address);
  render(WithApp, { app: fake.app, screen, meeting });
  return { ...fake, meeting, user: userEvent.setup() };
}
