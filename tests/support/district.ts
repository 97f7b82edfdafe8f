/** A hub of its own that can be stopped, killed and started again under the same address, and tablets that belong to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { dropProfile, newProfile, openTablet, type Tablet } from './browser.ts';
import { Leader } from './leader.ts';
import { serve, type Served } from './serve.ts';

export class HubProcess {
  readonly data = mkdtempSync(join(tmpdir(), 'qc-hub-'));
  readonly #dist: string;
  readonly #log: string;
  #served: Served | null = null;
  #port = 0;
  ownerLink = '';
  /** Everything that it wrote to its logs, over all starts. */
  said = '';

  constructor(dist = 'dist', log = 'requests') {
    this.#dist = dist;
    this.#log = log;
  }

  get address(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Under the same address as before. */
  async start(): Promise<void> {
    this.#served = await serve(this.#dist, this.#port, { data: this.data, args: ['--log', this.#log] });
    this.#port = this.#served.port;
    // Printed after the address, at the first start alone.
    for (let tries = 0; this.ownerLink === '' && tries < 100; tries += 1) {
      this.ownerLink = this.#served.ownerLink ?? '';
      if (this.ownerLink === '') await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    const served = this.#served;
    if (!served) return;
    const ended = new Promise((done) => served.child.once('exit', done));
    served.child.kill('SIGKILL');
    await ended;
    this.#keepWords();
  }

  async stop(): Promise<void> {
    await this.#served?.stop();
    this.#keepWords();
  }

  drop(): void {
    rmSync(this.data, { recursive: true, force: true });
  }

  #keepWords(): void {
    const { out, err } = this.#served?.read() ?? { out: '', err: '' };
    this.said += out.replace(/\S+#o\.\S+/, '') + err;
    this.#served = null;
  }
}

/** A leader's verbs for the hub's screens. */
export class Member extends Leader {
  async founds(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole('button', { name: 'Found the district' }).click();
    await this.page.getByRole('heading', { name: 'The district is founded' }).waitFor();
  }

  /** Makes an invitation and gives its link. */
  async invites(role: 'Leader' | 'District'): Promise<string> {
    await this.opens('/sync');
    await this.page.getByRole('radio', { name: role }).check({ force: true });
    await this.page.getByRole('button', { name: 'Make an invitation' }).click();
    const link = this.page.getByLabel('Link', { exact: true });
    await link.waitFor();
    return link.inputValue();
  }

  async joins(link: string, label: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('What this tablet is called in lists').fill(label);
    await this.page.getByRole('button', { name: 'Join' }).click();
    await this.page.getByRole('heading', { name: 'Joined' }).waitFor();
  }

  /** Presses Send now and waits until that is over; gives the sentence at the head. */
  async sends(): Promise<string> {
    if (!this.page.url().endsWith('/sync')) await this.opens('/sync');
    const button = this.page.getByRole('button', { name: /^(Send now|Meeting the hub)$/ });
    await button.click();
    await this.page.getByRole('button', { name: 'Send now' }).waitFor({ timeout: 40_000 });
    return (await this.page.locator('.home-head [role=status]').textContent()) ?? '';
  }

  section(name: string) {
    return this.page.getByRole('region', { name });
  }
}

export interface District {
  readonly hub: HubProcess;
  /** A tablet past the first run; at another address than the hub's own where one is given. */
  arrives(address?: () => string): Promise<{ readonly member: Member; readonly tablet: Tablet }>;
}

/** Call at the top of a test file: one hub and few browsers for all of it. */
export function district(): District {
  const hub = new HubProcess();
  const open: Tablet[] = [];
  beforeAll(() => hub.start());
  afterAll(async () => {
    for (const tablet of open) {
      await tablet.close();
      dropProfile(tablet.profile);
    }
    await hub.stop();
    hub.drop();
  });
  return {
    hub,
    arrives: async (address = () => hub.address) => {
      const tablet = await openTablet(newProfile());
      open.push(tablet);
      tablet.page.setDefaultTimeout(15_000);
      const member = new Member(tablet.page, address());
      await member.meetsTheApp();
      return { member, tablet };
    },
  };
}
