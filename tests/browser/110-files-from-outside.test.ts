/** Many records by drop, and a file shared from another app. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingId } from '../support/fake-app.ts';
import { basics, note, recordOfEdits } from '../unit/export/records.ts';
import { wholeApp } from '../support/whole-app.ts';

const app = wholeApp();
const records = Array.from({ length: 20 }, (_, at) => ({ ...recordOfEdits([basics({ code: `Z-${String(at + 1)}` }), note(`Said in ${String(at)}`)]), meeting: countingId(0x2000 + at) }));
const zip = zipSync(Object.fromEntries(records.map((record, at) => [`${String(at)}.json`, new TextEncoder().encode(JSON.stringify(record))])));

describe('files from outside', () => {
  it('a zip of twenty is dropped on the app, listed, added together, and brings nothing the second time', async () => {
    const { leader } = await app.arrives();
    const { page } = leader;
    const drops = async (): Promise<void> => {
      const transfer = await page.evaluateHandle((base64) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], 'many.zip'));
        return transfer;
      }, Buffer.from(zip).toString('base64'));
      await page.getByRole('group', { name: 'Files' }).dispatchEvent('drop', { dataTransfer: transfer });
    };
    await leader.opens('/tablet/bring-in');
    await drops();
    await page.getByRole('list', { name: 'What they would bring' }).getByText('Z-20').waitFor();
    await page.getByRole('button', { name: 'Add to this tablet' }).click();
    await page.getByText(/20.meetings are on this tablet now\./).waitFor();
    await drops();
    await page.getByText('All of it is here already. There is nothing to add.').waitFor();
    await leader.opens('/');
    await page.getByText('Z-20').first().waitFor();
  });

  it('a file that another app shares waits sealed for its page, and is shown before anything is added', async () => {
    const { leader } = await app.arrives();
    const { page } = leader;
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const sharing = await page.context().newPage();
    await sharing.setContent(`<form method="post" enctype="multipart/form-data" action="${app.served().address}/shared-files"><input type="file" name="files"><button>Share</button></form>`);
    await sharing.locator('input').setInputFiles({ name: 'shared.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(records[4])) });
    await sharing.getByRole('button', { name: 'Share' }).click();
    await sharing.getByText('Z-5').waitFor();
    expect(new URL(sharing.url()).hash).toBe('');
    expect(await sharing.evaluate(() => caches.keys())).not.toContain('qc-shared');
    await sharing.reload();
    await sharing.getByRole('button', { name: 'Choose files' }).waitFor();
    await leader.opens('/');
    expect(await page.getByText('Z-5').count()).toBe(0);
  });
});
