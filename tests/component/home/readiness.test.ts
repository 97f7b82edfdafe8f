import { describe, expect, it } from 'vitest';
import type { ShellState } from '#app/tablet.ts';
import { readinessOf } from '#ui/words/readiness-words.ts';
import { persistenceWords } from '#ui/words/vault-words.ts';

const whole: ShellState = {
  offline: { kind: 'whole', files: 40 },
  storage: { persisted: true, usedBytes: 2e6, quotaBytes: 4e9, installed: true, evictsTabs: false },
  updateWaits: false,
  version: '1',
};

describe('readiness for a room without Wi-Fi', () => {
  it('is said only when every file is here', () => {
    expect(readinessOf(whole, true)).toMatchObject({ ready: true, says: 'Ready for rooms without Wi-Fi.', more: 'Kept on this tablet, sealed, with room to spare. The lock is on.' });
    for (const offline of [{ kind: 'checking' }, { kind: 'incomplete', missing: 3, files: 40 }, { kind: 'impossible' }] as const) {
      const words = readinessOf({ ...whole, offline }, true);
      expect(words.ready).toBe(false);
      expect(words.says).not.toMatch(/^Ready/);
    }
  });

  it('says what to do when it is not yet', () => {
    expect(readinessOf({ ...whole, offline: { kind: 'incomplete', missing: 3, files: 40 } }, true).more).toMatch(/3\sfiles of 40 still missing\. Stay online/);
    expect(readinessOf({ ...whole, offline: { kind: 'impossible' } }, true).more).toContain('Open it over https');
  });

  it('says whether the lock is on, and where to set one', () => {
    expect(readinessOf(whole, false)).toMatchObject({ ready: true, more: expect.stringContaining('No lock is set yet: set one under This tablet.') as string });
  });

  it('does not speak of room to spare when there is little', () => {
    expect(readinessOf({ ...whole, storage: { ...whole.storage, quotaBytes: 12e6 } }, true).more).toBe('Kept on this tablet, sealed. Room for 10\u00a0MB more. The lock is on.');
    expect(readinessOf({ ...whole, storage: { ...whole.storage, quotaBytes: null } }, true).more).toBe('Kept on this tablet, sealed. The lock is on.');
  });

  it('tells of browsers that may clear pages, and how to keep them', () => {
    expect(persistenceWords(whole.storage).tone).toBe('ink');
    for (const storage of [{ persisted: false }, { persisted: null }, { persisted: false, installed: false, evictsTabs: true }]) {
      const words = persistenceWords({ ...whole.storage, ...storage });
      expect(words).toMatchObject({ tone: 'clay' });
      expect(words.says).toContain('Home Screen');
    }
  });
});
