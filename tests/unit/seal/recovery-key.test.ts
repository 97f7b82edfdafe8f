import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRecoveryKey, readRecoveryKey, recoveryText } from '#seal/recovery-key.ts';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((drawn) => new Uint8Array(drawn));

describe('a recovery key', () => {
  it('is eight groups of eight, and comes back', () => {
    fc.assert(fc.property(bytes, (key) => {
      const text = recoveryText(key);
      expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{8}(?: |$)){8}$/);
      expect(readRecoveryKey(text)).toEqual({ ok: true, value: key });
    }));
  });

  it('keeps its form for good: keys are on paper', () => {
    expect(recoveryText(Uint8Array.from({ length: 32 }, (_, index) => index * 7))).toMatchInlineSnapshot(`"000E3GNC 4E26AHH5 8W3YHJD4 DA5PRK95 HR7EZM5G P6976N1G TMAZDNX5 Z2CQMPSA"`);
  });

  it('is random', () => {
    expect(makeRecoveryKey()).not.toBe(makeRecoveryKey());
  });

  it.each([
    ['small letters', (text: string) => text.toLowerCase()],
    ['no spaces', (text: string) => text.replaceAll(' ', '')],
    ['hyphens and line ends', (text: string) => text.replaceAll(' ', '-\n')],
    ['groups of four', (text: string) => text.replace(/(\w{4})(\w{4})/g, '$1 $2')],
    ['spaces around', (text: string) => `  ${text}\u00A0 `],
    ['O, I and L for digits', (text: string) => text.replaceAll('0', 'o').replace('1', 'I').replaceAll('1', 'l')],
    ['wide letters', (text: string) => text.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
  ])('is read with %s', (_, typed) => {
    fc.assert(fc.property(bytes, (key) => {
      expect(readRecoveryKey(typed(recoveryText(key)))).toEqual({ ok: true, value: key });
    }), { numRuns: 20 });
  });

  it('with any one letter wrong names the group', () => {
    fc.assert(fc.property(bytes, fc.nat(7), fc.nat(7), fc.constantFrom(...Array.from(letters)), (key, group, at, letter) => {
      const groups = recoveryText(key).split(' ');
      const right = groups[group] ?? '';
      fc.pre(right[at] !== letter);
      groups[group] = right.slice(0, at) + letter + right.slice(at + 1);
      expect(readRecoveryKey(groups.join(' '))).toEqual({ ok: false, error: { type: 'RecoveryTypo', group: group + 1 } });
    }), { numRuns: 2_000 });
  });

  it('with any two letters of a group that changed places names the group', () => {
    fc.assert(fc.property(bytes, fc.nat(7), fc.nat(7), fc.nat(7), (key, group, one, other) => {
      const groups = recoveryText(key).split(' ');
      const word = Array.from(groups[group] ?? '');
      fc.pre(word[one] !== word[other]);
      [word[one], word[other]] = [word[other] ?? '', word[one] ?? ''];
      groups[group] = word.join('');
      expect(readRecoveryKey(groups.join(' '))).toEqual({ ok: false, error: { type: 'RecoveryTypo', group: group + 1 } });
    }), { numRuns: 2_000 });
  });

  it('with groups that changed places names the first', () => {
    const groups = makeRecoveryKey().split(' ');
    [groups[2], groups[5]] = [groups[5] ?? '', groups[2] ?? ''];
    expect(readRecoveryKey(groups.join(' '))).toEqual({ ok: false, error: { type: 'RecoveryTypo', group: 3 } });
  });

  it.each([
    ['nothing', '', 1], ['three groups', makeRecoveryKey().slice(0, 26), 4], ['a group too many', `${makeRecoveryKey()} 00000000`, 8],
    ['a letter too few in the second', makeRecoveryKey().replace(/(\w+) (\w)/, '$1 '), 2], ['other signs', '?!', 1], ['U', makeRecoveryKey().replace(/^./, 'U'), 1],
  ])('%s is no key', (_, typed, group) => {
    expect(readRecoveryKey(typed)).toEqual({ ok: false, error: { type: 'RecoveryTypo', group } });
  });
});
