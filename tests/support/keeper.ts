/** Backs up and restores in the words of a school leader. */
import type { Leader } from './leader.ts';

/** Makes a backup and says that it is saved; gives the file's path. */
export async function backsUp(leader: Leader, passphrase: string, folder: string): Promise<string> {
  const { page } = leader;
  await leader.opens('/tablet/backup');
  await page.getByLabel('Passphrase for the file').fill(passphrase);
  await page.getByLabel('The same once more').fill(passphrase);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the file' }).click()]);
  const path = `${folder}/${String(Date.now())}-${download.suggestedFilename()}`;
  await download.saveAs(path);
  await page.getByRole('button', { name: 'The file is saved' }).click();
  await page.getByText('Noted as saved').waitFor();
  return path;
}

/** Opens a backup file; what it would bring, or why not, is on the screen then. */
export async function opensBackup(leader: Leader, path: string, passphrase: string): Promise<string> {
  const { page } = leader;
  await leader.opens('/tablet/restore');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByLabel('Passphrase of the file').fill(passphrase);
  await page.getByRole('button', { name: 'Open the file' }).click();
  const seen = page.getByText(/What it would bring|None of it was brought in/).first();
  await seen.waitFor();
  return (await page.locator('main').textContent()) ?? '';
}

export async function restores(leader: Leader, path: string, passphrase: string): Promise<void> {
  await opensBackup(leader, path, passphrase);
  await leader.page.getByRole('button', { name: 'Bring it in' }).click();
  await leader.page.getByText(/^Brought in:/).waitFor();
}
