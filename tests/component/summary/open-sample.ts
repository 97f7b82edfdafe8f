/** The sample meeting, opened over a fake app, with one note that stays on the device. */
import { openMeeting } from '#app/meeting/open-meeting.ts';
import { loadSample } from '#app/meeting/sample.ts';
import { addNote } from '#domain/meeting/note.ts';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { fakeApp, type FakeApp } from '#tests/support/fake-app.ts';
import '#tests/support/no-layout.ts';

export const secret = 'only for my own eyes';

export async function openSample(): Promise<FakeApp & { meeting: OpenMeeting }> {
  const fake = fakeApp();
  const opened = await openMeeting(fake.app, await loadSample(fake.app));
  if (!opened.ok) throw new Error(opened.error.type);
  const meeting = new OpenMeeting(fake.app, opened.value.session, opened.value.roadmap);
  await meeting.act(addNote({ id: 'x1', text: secret, tag: 'device-only', about: { to: 'meeting', id: '' }, nowMs: fake.app.nowMs() }));
  return { ...fake, meeting };
}
