/**
 * Drives the app in the words of a school leader. The only place of the browser tests that
 * knows how screens are built; everything is found by role and name.
 */
import type { Locator, Page } from 'playwright-core';

export type AnswerWord = 'Yes' | 'Partly' | 'Not yet' | 'N/A';
export type TagWord = 'Strength' | 'Growth' | 'Family’s words' | 'Follow-up' | 'Device only';

export interface Plan {
  readonly code?: string;
  readonly team?: string;
  readonly school?: string;
  readonly room?: string;
  readonly type?: string;
  readonly conditions?: readonly string[];
}

export class Leader {
  readonly page: Page;
  readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
  }

  async opens(path = '/'): Promise<void> {
    // A load by address ends the page within milliseconds, as no finger does: what was tapped last is let onto the disk.
    await this.page.waitForFunction(() => document.querySelector('[data-saved="pending"]') === null, undefined, { timeout: 10_000 });
    await this.page.goto(this.address + path, { waitUntil: 'load' });
    await this.page.locator('main').first().waitFor();
  }

  /** Walks through the three quiet steps of the first run. */
  async meetsTheApp(): Promise<void> {
    await this.opens('/');
    for (let step = 0; step < 3; step += 1) await this.page.getByRole('button', { name: /^(Next|Begin|Start|Done|To your meetings)/ }).first().click();
    await this.page.getByRole('link', { name: 'Plan a meeting' }).waitFor();
  }

  /** Plans a meeting and stays on its plan; gives its address. */
  async plans({ code = 'R-14', team, school, room, type, conditions = [] }: Plan = {}): Promise<string> {
    await this.opens('/plan');
    await this.page.waitForURL(/\/meeting\/[0-9a-f-]+\/plan/);
    await this.fills('Student code', code);
    if (team !== undefined) await this.fills('Team', team);
    if (school !== undefined) await this.fills('School', school);
    if (room !== undefined) await this.fills('Room', room);
    if (type !== undefined) await this.page.getByLabel('Type', { exact: true }).selectOption({ label: type });
    for (const condition of conditions) await this.page.getByRole('checkbox', { name: condition }).check({ force: true });
    await this.seesSaved();
    return new URL(this.page.url()).pathname.replace(/\/plan$/, '');
  }

  async fills(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.blur();
  }

  /** Opens the running meeting and starts the clock where it does not run yet. */
  async sitsIn(meeting: string): Promise<void> {
    await this.opens(`${meeting}/run`);
    await this.rail().waitFor();
    const start = this.page.getByRole('button', { name: 'Start the clock' }).first();
    if (await start.isVisible()) await start.click();
  }

  rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Phases' });
  }

  async turnsTo(phase: string): Promise<void> {
    await this.rail().getByRole('button', { name: new RegExp(phase) }).click();
    await this.page.getByRole('heading', { level: 2 }).first().waitFor();
  }

  row(label: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: label }) });
  }

  cell(label: string, answer: AnswerWord): Locator {
    return this.page.getByRole('radiogroup', { name: label }).getByRole('radio', { name: answer, exact: true });
  }

  async marks(label: string, answer: AnswerWord): Promise<void> {
    await this.cell(label, answer).click();
  }

  /** The chosen answer of an item on this page, or null. */
  async answerOf(label: string): Promise<string | null> {
    const chosen = this.page.getByRole('radiogroup', { name: label }).getByRole('radio', { checked: true });
    return (await chosen.count()) === 0 ? null : ((await chosen.textContent())?.trim() ?? null);
  }

  jot(): Locator {
    return this.page.getByRole('textbox', { name: /^Note/ });
  }

  async notes(text: string, tag?: TagWord): Promise<void> {
    if (tag) await this.page.getByRole('button', { name: tag, exact: true }).click();
    await this.jot().fill(text);
    await this.jot().press('Enter');
    await this.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.jot')?.value === '');
  }

  async hears(role: string): Promise<void> {
    await this.page.getByRole('button', { name: role, exact: true }).click();
  }

  /** Waits until the screen itself says that everything is saved: the check is on the sign. */
  async seesSaved(): Promise<string> {
    const line = this.page.locator('[data-saved="saved"]', { hasText: /^Saved \d{1,2}:\d{2}/ }).first();
    await line.waitFor();
    return (await line.textContent()) ?? '';
  }

  async endsTheMeeting(): Promise<void> {
    await this.page.getByRole('button', { name: 'End the meeting' }).click();
    await this.page.waitForURL(/\/after/);
  }

  /** Finishes a held meeting and stands on its summary. */
  async finishes(meeting: string): Promise<void> {
    await this.opens(`${meeting}/after?step=finish`);
    await this.page.getByRole('button', { name: /^Finish/ }).click();
    await this.page.waitForURL(/\/summary/);
  }

  /** The light of the page alone, as another tab's choice reaches it. */
  async shows(theme: 'paper' | 'dim'): Promise<void> {
    await this.page.evaluate((chosen) => {
      localStorage.setItem('qc.look', JSON.stringify({ theme: chosen, hand: 'right', textPercent: 100 }));
      dispatchEvent(new StorageEvent('storage', { key: 'qc.look' }));
      document.documentElement.dataset['theme'] = chosen;
    }, theme);
  }

  /** Puts the sample meeting on the tablet; gives its address. */
  async loadsTheSample(): Promise<string> {
    await this.opens('/');
    await this.page.getByRole('button', { name: /sample meeting/i }).click();
    await this.page.waitForURL(/\/meeting\//);
    return new URL(this.page.url()).pathname.split('/').slice(0, 3).join('/');
  }

  /** Saves the identified record of a finished meeting; gives the file's path. */
  async savesRecord(meeting: string, reason: string, folder: string): Promise<string> {
    await this.opens(`${meeting}/summary`);
    await this.choosesForm('Record');
    await this.page.getByLabel('What it is for').fill(reason);
    return this.saves('the record', folder);
  }

  /** Saves the de-identified tables. */
  async savesTables(meeting: string, folder: string): Promise<string> {
    await this.opens(`${meeting}/summary`);
    await this.choosesForm('Tables');
    return this.saves('the tables', folder);
  }

  /** Chooses the form in which the meeting of this summary leaves. */
  async choosesForm(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  /** Saves what is chosen; `what` as the button calls it. Gives the file's path. */
  async saves(what: string, folder: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: `Save ${what}` }).click()]);
    const path = `${folder}/${String(Date.now())}-${download.suggestedFilename()}`;
    await download.saveAs(path);
    return path;
  }

  /** Chooses a file on the tablet screen; what it would bring is shown, nothing is taken in yet. */
  async previewsFile(path: string): Promise<void> {
    await this.opens('/tablet/bring-in');
    await this.page.getByLabel('Files to bring in').setInputFiles(path);
  }

  async importsFile(path: string): Promise<void> {
    await this.previewsFile(path);
    await this.page.getByRole('button', { name: 'Add to this tablet' }).click();
    await this.page.getByText(/on this tablet now\./).waitFor();
  }
}
