/** What the district gives all its leaders: published by an owner, signed by the root, taken over by every device. */
import { ok, type Result } from '#domain/result.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { publish as publishSigned } from '#sync/district.ts';
import { publishedRowSchema, readRow } from '#sync/membership.ts';
import type { SyncPorts } from '#sync/ports.ts';
import type { SignedPublished } from '#wire/statements.ts';
import { roadmapForNewMeetings } from '../roadmap/in-use.ts';
import type { Published, PublishedSettings } from './desk.ts';
import { errand, type Hub } from './hub.ts';
import type { SyncObstacle } from './obstacle.ts';
import { settingsOf } from './published-settings.ts';

/** What was published last, as this device knows it; null when nothing was. */
export async function readPublished(ports: Pick<SyncPorts, 'storage'>): Promise<Published | null> {
  const row = await readRow<SignedPublished | null>(ports, 'published', publishedRowSchema, null);
  return row ? publishedOf(row) : null;
}

/** Its parts; whatever of it is not what it should be counts as not given. */
function publishedOf({ body }: SignedPublished): Published {
  const roadmap = parseRoadmap(body.roadmap);
  return {
    version: body.version, atMs: body.issuedAtMs, settings: settingsOf(body.settings),
    roadmap: roadmap.ok ? { title: roadmap.value.title, version: roadmap.value.version } : null,
  };
}

/** Publishes, with the roadmap that this device begins new meetings with where that is wanted; a later version than any that was seen. */
export const publish = (hub: Hub, settings: PublishedSettings, withRoadmap: boolean): Promise<Result<Published, SyncObstacle>> =>
  errand(hub, async (circle) => {
    const published = await publishSigned(circle, { settings: { ...settings }, ...(withRoadmap ? { roadmap: await roadmapForNewMeetings(hub.app) } : {}) });
    return published.ok ? ok(publishedOf(published.value)) : published;
  });
