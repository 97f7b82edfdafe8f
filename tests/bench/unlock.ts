/**
 * From the passphrase to the first screen, with few and with 2,000 finished meetings. Both
 * pay the same key derivation, so their difference is what the meetings cost.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '#domain/change.ts';
import { digestOf } from '#domain/digest-of.ts';
import type { Edit } from '#domain/entry.ts';
import type { ActId, DeviceId, MeetingId } from '#domain/ids.ts';
import { meetingOf, replicaOf } from '#domain/merge.ts';
import type { BackedUpMeeting } from '#domain/record/backup.ts';
import { finishEdits } from '#domain/record/finish.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { sampleMeeting } from '#domain/sample-meeting.ts';
import { emptyClock, stampOf, tick, type NodeId } from '#domain/stamp.ts';
import { write } from '#export/backup-age/write.ts';
import { dropProfile, newProfile, openTablet } from '../support/browser.ts';
import { restores } from '../support/keeper.ts';
import { Leader } from '../support/leader.ts';
import { Locksmith, passphrase } from '../support/locksmith.ts';

const roadmap = defaultRoadmap();

/** A finished meeting like the sample, but real; its journal is cut short, since lists do not read it. */
function finishedMeeting(at: number): BackedUpMeeting {
  const id = randomUUID() as MeetingId;
  const nowMs = 1_780_000_000_000 + at * 86_400_000 / 4;
  let clock = emptyClock('be'.repeat(8) as NodeId);
  const changed = (edits: readonly Edit[], act: string): Change[] => edits.map((edit) => {
    clock = tick(clock, nowMs);
    return { meeting: id, stamp: stampOf(clock), act: act as ActId, ...edit };
  });
  const sample = changed(sampleMeeting({ roadmap, newId: randomUUID, nowMs }), randomUUID())
    .map((change) => (change.kind === 'basics' ? { ...change, value: { ...(change.value as object), sample: false, code: `U-${String(at)}` } } : change));
  const all = [...sample, ...changed(finishEdits(meetingOf(replicaOf(sample)), nowMs), randomUUID())];
  const digest = digestOf(meetingOf(replicaOf(all)), roadmap);
  return { id, open: false, digest, changes: all.filter(({ kind }) => kind === 'basics' || kind === 'finish' || kind === 'timing') };
}

/** Milliseconds from the press on Open to the first screen with its list, the median of five starts. */
export async function unlockMs(address: string, meetings: number, folder: string): Promise<number> {
  const backup = await write(
    {
      madeAtMs: 1_790_000_000_000, device: randomUUID() as DeviceId, records: [], roadmaps: [roadmap], drafts: {}, settings: {}, log: [], sync: {},
      meetings: Array.from({ length: meetings }, (_, at) => finishedMeeting(at)),
    },
    { passphrase },
  );
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  const file = join(folder, `${String(meetings)}.age`);
  writeFileSync(file, backup.value);
  const tablet = await openTablet(newProfile());
  const leader = new Leader(tablet.page, address);
  await leader.meetsTheApp();
  await restores(leader, file, passphrase);
  const smith = new Locksmith(leader);
  await smith.setsALock();
  const times: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    await leader.opens('/');
    await smith.seesItLocked();
    await tablet.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    times.push(await tablet.page.evaluate(async () => {
      const begun = performance.now();
      document.querySelector<HTMLElement>('[data-lock] button[type=submit], form button')?.click();
      while (!document.body.innerText.includes('Finished')) await new Promise((frame) => requestAnimationFrame(frame));
      return performance.now() - begun;
    }));
  }
  await tablet.close();
  dropProfile(tablet.profile);
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}
