import { describe, expect, it } from 'vitest';
import { homeFollowUps } from '#ui/screens/home/home-follow-ups.ts';
import { homeLists } from '#ui/screens/home/home-lists.ts';
import { openInWords, whereAndWhat } from '#ui/words/home-words.ts';
import { relativeDay, timeOfDay } from '#ui/words/dates.ts';
import { spoken } from '#ui/words/language.svelte.ts';
import { followUp, listed } from './listed.ts';

const today = '2026-11-12';
const codes = (meetings: readonly ReturnType<typeof listed>[]): string[] => meetings.map(({ digest }) => digest.code);

describe('the lists of the home screen', () => {
  it('show today by time, with a running meeting first, whatever its day', () => {
    const lists = homeLists([
      listed({ code: 'B', onDate: today, startsAt: '13:30' }), listed({ code: 'A', onDate: today, startsAt: '10:00' }),
      listed({ code: 'R', state: 'running', onDate: '2026-11-10' }),
    ], today);
    expect(codes(lists.today)).toEqual(['R', 'A', 'B']);
  });

  it('keep seven days apart from what comes later, has passed, or has no date', () => {
    const lists = homeLists([
      listed({ code: 'in-7', onDate: '2026-11-19' }), listed({ code: 'in-8', onDate: '2026-11-20' }),
      listed({ code: 'passed', onDate: '2026-11-11' }), listed({ code: 'undated' }), listed({ code: 'in-1', onDate: '2026-11-13' }),
    ], today);
    expect(codes(lists.coming)).toEqual(['in-1', 'in-7']);
    expect(codes(lists.later)).toEqual(['passed', 'in-8', 'undated']);
  });

  it('gather open follow-ups of all meetings, earliest first, undated last', () => {
    const lists = homeLists([
      listed({ code: 'A', state: 'finished', followUps: [followUp('Later', '2026-11-20'), followUp('Undated', null), followUp('Done', '2026-11-01', '2026-11-02')] }),
      listed({ code: 'B', state: 'held', followUps: [followUp('Past', '2026-11-09')] }),
    ], today);
    expect(homeFollowUps(lists).map(({ what }) => what)).toEqual(['Past', 'Later', 'Undated']);
  });
});

describe('sentences about a meeting', () => {
  it('name the room, the language and the conditions', () => {
    expect(whereAndWhat({ room: 'Room 112', conditions: ['student-attending', 'interpreter'], language: 'Spanish' }))
      .toBe('Room 112. Spanish interpreter, student attends.');
  });

  it('name what is open while it is little, and count it otherwise', () => {
    expect(openInWords({ openBefore: [], askedBefore: 16 })).toEqual({ prepared: true, says: 'Everything prepared' });
    expect(openInWords({ openBefore: ['notice-sent-early'], askedBefore: 16, openLabels: ['Notice sent early enough to attend'] }).says).toBe('One thing open: notice sent early enough to attend');
    expect(openInWords({ openBefore: ['a', 'b', 'c', 'd'], askedBefore: 16 }).says).toBe('12 of 16\u00a0things prepared');
  });

  it('name what is open in Spanish, where the roadmap is the one that ships', async () => {
    const open = { openBefore: ['notice-sent-early'], askedBefore: 16, openLabels: ['Notice sent early enough to attend'] };
    await spoken.speak('es');
    const says = ['1', '2'].map((version) => openInWords({ ...open, roadmap: { id: 'collaborative-iep-team-meetings', version } }).says);
    await spoken.speak('en');
    expect(says).toEqual([expect.stringContaining('aviso enviado con tiempo para poder asistir'), expect.stringContaining('notice sent early')]);
  });

  it('say when something was due, and never more than that', () => {
    expect(relativeDay('2026-11-09', today)).toBe('was due Monday');
    expect(relativeDay('2026-11-13', today)).toBe('tomorrow');
    expect(relativeDay('2026-11-20', today)).toBe('Nov\u00a020');
    expect(relativeDay('2025-11-20', today)).toBe('was due Nov\u00a020, 2025');
  });

  it('say times as 1:30 pm', () => {
    expect(timeOfDay('13:30')).toBe('1:30\u00a0pm');
    expect(timeOfDay('00:05')).toBe('12:05\u00a0am');
  });
});
