/** A passkey opens the app, proved by Chromium's own authenticator for tests. */
import { expect, it } from 'vitest';
import { Leader } from '../support/leader.ts';
import { Locksmith, passphrase } from '../support/locksmith.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();

it('is tried twice before it is kept, and then opens the app', async () => {
  const { tablet } = await app.arrives();
  const session = await tablet.context.newCDPSession(tablet.page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  // Passkeys belong to names, and an address of numbers is none.
  const leader = new Leader(tablet.page, app.served().address.replace('127.0.0.1', 'localhost'));
  await leader.meetsTheApp();
  await leader.plans({ code: 'P-19' });
  const smith = new Locksmith(leader);
  await smith.setsALock();
  await leader.page.getByRole('button', { name: 'Add a passkey' }).click();
  await leader.page.getByLabel('The passphrase as it is now').fill(passphrase);
  await leader.page.getByRole('button', { name: 'Add the passkey' }).click();
  await leader.page.getByText('It was tried twice.').waitFor();

  await leader.opens('/');
  await smith.seesItLocked();
  await leader.page.getByRole('button', { name: 'Use the passkey' }).click();
  await leader.page.getByText('P-19').first().waitFor();

  await leader.opens('/tablet');
  await smith.opensIt();
  await leader.page.getByRole('button', { name: /^Remove (Passkey|Face ID|Windows)/ }).click();
  await leader.page.getByRole('button', { name: 'Remove it' }).click();
  await leader.page.getByText('It opens nothing any more.').waitFor();
  await smith.locksNow();
  expect(await leader.page.getByRole('button', { name: 'Use the passkey' }).count()).toBe(0);
});
