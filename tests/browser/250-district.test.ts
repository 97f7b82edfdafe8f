import { beforeAll, expect, it } from 'vitest';
import { findings, measures } from '../support/accessible.ts';
import { sizes } from '../support/browser.ts';
import { district, type Member } from '../support/district.ts';
import { wordsOnDisk } from '../support/words-on-disk.ts';

const here = district();
const { hub } = here;
let owner: Member;
let leader: Member;

beforeAll(async () => {
  [{ member: owner }, { member: leader }] = await Promise.all([here.arrives(), here.arrives()]);
});

it('an owner founds the district; nothing of the link stays in the address', async () => {
  await owner.founds(hub.ownerLink);
  expect(owner.page.url()).toBe(`${hub.address}/join`);
  await owner.opens('/sync');
  await owner.page.getByText('You are here as').waitFor();
});

it('a leader joins by an invitation, and is confirmed by the owner’s next pass', async () => {
  await leader.joins(await owner.invites('Leader'), 'North School');
  // The owner's own pass, each minute, may have confirmed already.
  expect(await leader.sends()).toMatch(/has not confirmed your keys|The hub is in reach\./);
  expect(await owner.sends()).toContain('The hub is in reach.');
  expect(await leader.sends()).toContain('The hub is in reach.');
});

it('what is finished while the hub is down waits, leaves by itself, arrives once, and is in the district', async () => {
  await hub.stop();
  const meeting = await leader.plans({ code: 'MARKER-77', type: 'Annual review' });
  await leader.sitsIn(meeting);
  await leader.notes('MARKER-WORDS of the family.');
  await leader.endsTheMeeting();
  await leader.finishes(meeting);
  await leader.opens('/');
  await leader.page.getByText(/1.record waits for the hub, sealed/).waitFor();
  expect(await leader.sends()).toContain('No hub in reach.');
  await leader.section('Waiting to leave').getByText('Sealed. Waits for the hub.').waitFor();
  await hub.start();
  await leader.page.evaluate(() => dispatchEvent(new Event('online')));
  await leader.section('With the hub').getByText('MARKER-77').waitFor({ timeout: 20_000 });
  expect(await owner.sends()).toContain('The hub is in reach.');
  await owner.section('From other leaders').getByText('MARKER-77').waitFor();
  expect(await owner.section('From other leaders').getByRole('listitem').count()).toBe(1);
});

it('both sides are alike, byte for byte', async () => {
  await leader.page.getByRole('button', { name: 'Compare with the hub' }).click();
  await leader.page.getByText(/1 alike, byte for byte/).waitFor();
});

it('the owner’s screen can be used by everybody, with all that opens on it', async () => {
  await owner.invites('Leader');
  await owner.page.getByRole('button', { name: 'Show the code' }).click();
  await owner.page.getByRole('button', { name: /^More for/ }).click();
  await owner.page.getByText('Local time limits').click();
  await owner.page.getByRole('img', { name: 'QR code to pair another device' }).waitFor();
  for (const size of ['landscape', 'phone'] as const) {
    await owner.page.setViewportSize(sizes[size]);
    expect([...(await findings(owner)), ...(await measures(owner))]).toEqual([]);
  }
});

it('the hub has no word of it: neither in its files nor in its logs', async () => {
  await hub.stop();
  expect(wordsOnDisk(hub.data, ['MARKER-77', 'MARKER-WORDS', 'Annual review'])).toEqual([]);
  expect(hub.said).not.toMatch(/MARKER/);
  await hub.start();
});
