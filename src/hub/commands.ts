/** The commands that end by themselves. Each may run while hubs serve from the same database. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/result.ts';
import type { AuditAnswer } from '#wire/answers.ts';
import { limits } from '#wire/limits.ts';
import type { Config, EndingCommand } from './config.ts';
import { openStore, type Opened } from './open-store.ts';
import { makeOwnerLink } from './owner-link.ts';

/** Runs one; prints to `print`. @returns a sentence when it can't be done */
export async function runCommand(command: EndingCommand, config: Config, print: (line: string) => void): Promise<Result<null, string>> {
  const opened = await openStore(config);
  if (!opened.ok) return err(opened.error.sentence);
  try {
    switch (command.name) {
      case 'backup': return backUp(opened.value, command.file, print);
      case 'rotate-owner-link': return await rotateOwnerLink(opened.value, config, print);
      case 'audit': return await printAudit(opened.value, print);
      case 'after-restore':
        await opened.value.store.beginEpoch(Date.now());
        print('Tablets will compare everything with this hub at their next pass.');
        return ok(null);
    }
  } finally {
    await opened.value.store.close();
  }
}

/**
 * Writes the copy beside its place, gives it an epoch of its own (so that tablets notice when it
 * is put back), checks it, and moves it there once it is on disk.
 */
function backUp({ database }: Opened, file: string, print: (line: string) => void): Result<null, string> {
  if (database.copyTo === null) return err('For PostgreSQL use pg_dump; it copies a running database. After putting a copy back, run: node src/hub/main.ts after-restore');
  if (existsSync(file)) return err(`${file} is there already. Choose another name.`);
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    database.copyTo(part);
    const copy = new DatabaseSync(part);
    copy.prepare("update meta set value = ? where key = 'epoch'").run(randomUUID());
    const [check] = copy.prepare('pragma integrity_check').all();
    copy.close();
    if (check?.['integrity_check'] !== 'ok') return err('The copy did not pass its check, so it was not kept.');
    const descriptor = openSync(part, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(part, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return err(`${file} can't be written (${String(error.code)}).`);
    throw error;
  } finally {
    rmSync(part, { force: true });
  }
  print(`Copied to ${file}. To put it back: stop the hub, place it as hub.db in the data folder, start.`);
  return ok(null);
}

async function rotateOwnerLink({ store }: Opened, config: Config, print: (line: string) => void): Promise<Result<null, string>> {
  const { kept, fragment } = makeOwnerLink();
  const replaced = await store.replaceOwnerLink(kept, Date.now());
  if (!replaced.ok) return err('The district is founded already; an owner invites further owners from the sync screen.');
  print(`${config.address ?? `http://${config.host}:${String(config.port)}`}/join#${fragment}`);
  return ok(null);
}

async function printAudit({ store }: Opened, print: (line: string) => void): Promise<Result<null, string>> {
  let after: string | null = null;
  do {
    const page: AuditAnswer = await store.auditPage(after, limits.pageRows);
    for (const { atMs, what, memberId, deviceId, about, count } of page.entries) {
      const parts = [memberId && `member ${memberId}`, deviceId && `device ${deviceId}`, about && `about ${about}`, count !== null && `count ${String(count)}`];
      print([new Date(atMs).toISOString(), what, ...parts.filter((part) => typeof part === 'string')].join('  '));
    }
    after = page.next;
  } while (after !== null);
  return ok(null);
}
