import { describe, expect, it } from 'vitest';
import { makeMemberKeys, parseMemberKeys, publicOf, signingBytes } from '#seal/member-keys.ts';

describe('the keys of a member', () => {
  it('are read back, and other values are not', async () => {
    const keys = await makeMemberKeys();
    expect(await parseMemberKeys(JSON.parse(JSON.stringify(keys)))).toEqual({ ok: true, value: keys });
    expect((await publicOf(keys))?.recipient).toMatch(/^age1pq1/);
    expect(signingBytes(keys)).toHaveLength(32);
    for (const no of [null, {}, { ...keys, identity: 'AGE-SECRET-KEY-1' }, { ...keys, signingKey: 'short' }]) {
      expect(await parseMemberKeys(no)).toEqual({ ok: false, error: { type: 'NotKeys' } });
    }
  });
});
