/** What a leader does with the lock, in words. */
import type { Page } from 'playwright-core';
import type { Leader } from './leader.ts';

export const passphrase = 'river lantern quiet maple';

export class Locksmith {
  readonly page: Page;
  readonly leader: Leader;

  constructor(leader: Leader) {
    this.leader = leader;
    this.page = leader.page;
  }

  /** Sets a lock under This tablet; gives the recovery key as it would stand on paper. */
  async setsALock(text = passphrase): Promise<string> {
    await this.leader.opens('/tablet');
    await this.page.getByRole('button', { name: 'Set a lock' }).click();
    await this.page.getByLabel('New passphrase').fill(text);
    await this.page.getByLabel('The same once more').fill(text);
    await this.page.getByRole('button', { name: 'Set the lock' }).click();
    await this.page.getByText('The lock is on. From the next start on').waitFor();
    const key = await this.keyOnPaper();
    await this.page.getByRole('button', { name: 'I have it on paper' }).click();
    return key;
  }

  /** The key of the sheet that would be printed now. */
  async keyOnPaper(): Promise<string> {
    const groups = await this.page.locator('body > .recovery-page .groups .code').allTextContents();
    return groups.join(' ');
  }

  async types(text: string): Promise<void> {
    await this.page.getByLabel('Passphrase', { exact: true }).fill(text);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  async typesTheKey(key: string): Promise<void> {
    await this.page.getByRole('button', { name: 'I have the recovery sheet' }).click();
    await this.page.getByLabel(/^Recovery key/).fill(key);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  /** Opens with the passphrase and waits until the lock's sheet is gone. */
  async opensIt(text = passphrase): Promise<void> {
    await this.types(text);
    await this.page.locator('[data-lock]').waitFor({ state: 'detached' });
  }

  async locksNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Lock', exact: true }).click();
    await this.seesItLocked();
  }

  async seesItLocked(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Locked' }).waitFor();
  }

  /** Chooses how many minutes untouched; `Never` for none. */
  async choosesMinutes(label: string): Promise<void> {
    await this.leader.opens('/tablet');
    await this.page.getByRole('group', { name: /^Lock when nobody/ }).getByRole('radio', { name: label }).check({ force: true });
  }
}
