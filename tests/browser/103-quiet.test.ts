/** The quiet rules of a running meeting, each by itself. */
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tablet } from '../support/browser.ts';
import type { Leader } from '../support/leader.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const item = 'Everyone introduced by name and job';

/** Installed before any page script: remembers every call that could disturb a room. */
function listenForNoise(): void {
  const noise: string[] = [];
  Object.assign(window, { noise });
  const watch = (owner: object | undefined, name: string): void => {
    if (!owner || !(name in owner)) return;
    Object.defineProperty(owner, name, { configurable: true, value: () => noise.push(name) });
  };
  for (const name of ['alert', 'confirm', 'prompt', 'AudioContext', 'Notification']) watch(window, name);
  watch(Navigator.prototype, 'vibrate');
  watch(HTMLMediaElement.prototype, 'play');
  watch(HTMLDialogElement.prototype, 'showModal');
  watch(HTMLDialogElement.prototype, 'show');
  watch(HTMLElement.prototype, 'showPopover');
  watch(ServiceWorkerRegistration.prototype, 'showNotification');
  const shifts: number[] = [];
  const motions: string[] = [];
  Object.assign(window, { shifts, motions });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('transitionrun', (event) => {
    const style = getComputedStyle(event.target as Element);
    motions.push(`${event.propertyName} ${style.transitionDuration}`);
  }, true);
  document.addEventListener('animationstart', (event) => motions.push(`animation ${event.animationName}`), true);
}

let leader: Leader;
let tablet: Tablet;
let meeting: string;

beforeEach(async () => {
  ({ leader, tablet } = await app.arrives());
  await tablet.context.addInitScript(listenForNoise);
  meeting = await leader.plans();
  await leader.sitsIn(meeting);
  await leader.turnsTo('Kickoff');
  await leader.page.waitForTimeout(400);
});

afterEach(() => undefined);

/** A few minutes of a meeting in seconds: ticks, look-fors, notes, speakers, phases, thread, veil. */
async function sitsThrough(): Promise<void> {
  await leader.marks(item, 'Yes');
  await leader.marks(item, 'Yes');
  await leader.marks('Purpose and today’s decisions stated', 'Not yet');
  await leader.page.getByRole('button', { name: item }).click();
  await leader.page.getByRole('button', { name: item }).click();
  await leader.notes('Named tents with roles.', 'Strength');
  await leader.hears('Family');
  await leader.hears('Several at once');
  await leader.turnsTo('Goals');
  await leader.turnsTo('Whole meeting');
  await leader.page.getByRole('button', { name: 'Show the agenda' }).click();
  await leader.page.mouse.click(300, 300);
  await leader.page.getByRole('button', { name: 'Undo' }).click();
  await leader.seesSaved();
}

const read = <T>(name: string): Promise<T> => leader.page.evaluate((key) => (window as unknown as Record<string, T>)[key] as T, name);

describe('a running meeting', () => {
  it('makes no sound, no vibration, no notification, no dialog, and does not reload', async () => {
    await leader.page.evaluate(() => Object.assign(window, { here: 'still' }));
    await sitsThrough();
    expect(await read('noise')).toEqual([]);
    expect(await read('here')).toBe('still');
    expect(await leader.page.locator('dialog[open], [role="dialog"], [role="alertdialog"], [role="alert"], [popover]').count()).toBe(0);
  });

  it('moves nothing by itself: no layout shift while ticking', async () => {
    await leader.page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0));
    for (const answer of ['Yes', 'Partly', 'Not yet', 'N/A', 'N/A'] as const) {
      await leader.page.getByRole('radiogroup', { name: item }).getByRole('radio', { name: answer, exact: true }).evaluate((cell: HTMLElement) => { cell.click(); });
      await leader.page.waitForTimeout(120);
    }
    await leader.page.waitForTimeout(600);
    expect(await read<number[]>('shifts')).toEqual([]);
  });

  it('animates nothing but opacity, for 120 ms at most', async () => {
    await sitsThrough();
    const motions = await read<string[]>('motions');
    expect(motions.filter((motion) => !/^opacity (0s|0\.12s|120ms|0\.\d{1,2}s)/.test(motion))).toEqual([]);
  });

  it('waits for no request at a tick, and makes none', async () => {
    // Other screens are fetched ahead, one file after the other, which no tick waits for: until none comes any more.
    let files = -1;
    await expect.poll(async () => {
      const before = files;
      files = await leader.page.evaluate(() => performance.getEntriesByType('resource').length);
      return files - before;
    }, { interval: 2_000, timeout: 30_000 }).toBe(0);
    const asked: string[] = [];
    leader.page.on('request', (request) => asked.push(request.url()));
    await leader.marks(item, 'Partly');
    await leader.seesSaved();
    await leader.page.waitForTimeout(300);
    expect(asked).toEqual([]);
  });

  it('has no filled button and no alarming word', async () => {
    expect(await leader.page.locator('.btn.main:visible').count()).toBe(0);
    const words = await leader.page.locator('body').innerText();
    expect(words).not.toMatch(/\b(fail(ed|ure)?|wrong|violation|non-?compliant|error|alert|warning|overdue|recording)\b/i);
  });

  it('takes no focus by itself when it opens and when phases turn', async () => {
    await leader.page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
    await leader.page.keyboard.press(']');
    expect(await leader.page.evaluate(() => document.activeElement?.tagName)).not.toMatch(/INPUT|TEXTAREA/);
  });

  it('asks to stay awake while it runs, and only then', async () => {
    await tablet.context.addInitScript(() => {
      const held = { count: 0 };
      Object.assign(window, { held });
      Object.defineProperty(navigator, 'wakeLock', {
        configurable: true,
        value: { request: () => {
          held.count += 1;
          const lock = Object.assign(new EventTarget(), { released: false, type: 'screen', release: () => { held.count -= 1; return Promise.resolve(); } });
          return Promise.resolve(lock);
        } },
      });
    });
    await leader.opens(`${meeting}/run`);
    await expect.poll(() => read<{ count: number }>('held')).toEqual({ count: 1 });
    await leader.endsTheMeeting();
    await expect.poll(() => read<{ count: number }>('held')).toEqual({ count: 0 });
  });
});

function meanLuminance(png: Buffer): number {
  const { data } = PNG.sync.read(png);
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    sum += 0.2126 * linear(data[at] ?? 0) + 0.7152 * linear(data[at + 1] ?? 0) + 0.0722 * linear(data[at + 2] ?? 0);
  }
  return sum / (data.length / 4);
}

describe('the light of the screen', () => {
  it.each(['paper', 'dim'] as const)('changes by less than one percent at a tick, and little at the veil, on %s', async (theme) => {
    await leader.page.evaluate((chosen) => { localStorage.setItem('qc.look', JSON.stringify({ theme: chosen, hand: 'right', textPercent: 100 })); }, theme);
    await leader.opens(`${meeting}/run`);
    await leader.page.getByRole('radiogroup').first().waitFor();
    await leader.page.mouse.move(2, 2);
    const before = meanLuminance(await leader.page.screenshot());
    await leader.cell(item, 'Yes').evaluate((cell: HTMLElement) => { cell.click(); });
    await leader.page.waitForTimeout(300);
    const after = meanLuminance(await leader.page.screenshot());
    expect(after).not.toBe(before);
    expect(Math.abs(after - before) / before).toBeLessThan(0.01);
    await leader.page.getByRole('button', { name: 'Show the agenda' }).click();
    const veiled = meanLuminance(await leader.page.screenshot());
    // The veil is another page: it stays within a tenth of the light.
    expect(Math.abs(veiled - after) / after).toBeLessThan(0.1);
  });
});
