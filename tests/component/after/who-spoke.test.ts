import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { takeFloor } from '#domain/meeting/voice.ts';
import WhoSpoke from '#ui/screens/after/WhoSpoke.svelte';
import { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { fakeApp, fakeSession } from '../../support/fake-app.ts';

const minute = 60_000;

/** A meeting in which each role spoke as long as it says, one after the other, three times over. */
function heard(turns: readonly (readonly [Parameters<typeof takeFloor>[1], number])[]): OpenMeeting {
  const fake = fakeApp();
  const meeting = new OpenMeeting(fake.app, fakeSession(fake), defaultRoadmap());
  for (let round = 0; round < 3; round += 1) {
    for (const [role, minutes] of turns) {
      void meeting.act(takeFloor(meeting.entries, role, { id: meeting.newId(), nowMs: meeting.nowMs() }));
      fake.clock.pass(minutes * minute);
    }
  }
  return meeting;
}

describe('who spoke, afterwards', () => {
  it('stands beside what was found elsewhere, with its margin and its caution', () => {
    render(WhoSpoke, { meeting: heard([['family', 2], ['case-manager', 6]]) });
    const family = screen.getByRole('row', { name: /Family/ });
    expect(within(family).getByText(/25%/)).toBeTruthy();
    expect(within(family).getByText(/give or take \d+/)).toBeTruthy();
    expect(within(family).getByText('found: 15%')).toBeTruthy();
    expect(screen.getByText(/2006.*Not a target/)).toBeTruthy();
  });

  it('says nothing where nobody was heard', () => {
    render(WhoSpoke, { meeting: heard([]) });
    expect(screen.queryByRole('table')).toBeNull();
  });
});
