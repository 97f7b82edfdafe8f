/** Runs in every measured page before its own scripts: times from a click to paint and to the commit. */
import type { Page } from 'playwright-core';

export interface Sample {
  readonly paintMs: number;
  readonly durableMs: number;
}

export async function addProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Running { atMs: number; paintMs?: number; durableMs?: number }
    const samples: Running[] = [];
    Object.assign(window, { samples });
    addEventListener('click', (event) => {
      const sample: Running = { atMs: event.timeStamp };
      samples.push(sample);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // A message that is posted in a frame arrives after that frame's paint.
        port1.onmessage = () => { sample.paintMs = performance.now() - sample.atMs; };
        port2.postMessage(0);
      });
    }, true);
    // Called with the database as `this` below.
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')?.value as IDBDatabase['transaction'];
    IDBDatabase.prototype.transaction = function transaction(this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      const begun = begin.apply(this, args);
      if (args[1] === 'readwrite') {
        begun.addEventListener('complete', () => {
          const sample = samples.at(-1);
          if (sample && sample.durableMs === undefined) sample.durableMs = performance.now() - sample.atMs;
        });
      }
      return begun;
    };
    const started = (): void => {
      if (document.querySelector('[role="radiogroup"], #rows button')) {
        requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableMs: performance.now() }), 0));
        return;
      }
      requestAnimationFrame(started);
    };
    requestAnimationFrame(started);
  });
}

/** Clicks one target after another with a real mouse; gives a sample for each. */
export async function clickThrough(page: Page, selector: string, count: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  const targets = page.locator(selector);
  const available = await targets.count();
  for (let at = 0; at < count; at += 1) {
    const target = targets.nth((at * 7) % available);
    await target.evaluate((element) => { element.scrollIntoView({ block: 'center' }); });
    const box = await target.boundingBox();
    if (!box) continue;
    await page.evaluate(() => { (window as unknown as { samples: unknown[] }).samples.length = 0; });
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const sample = await page.waitForFunction(() => {
      const last = (window as unknown as { samples: Partial<Sample>[] }).samples.at(-1);
      return last?.paintMs !== undefined && last.durableMs !== undefined ? last : null;
    });
    samples.push((await sample.jsonValue()) as Sample);
    await page.waitForTimeout(60);
  }
  return samples;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
