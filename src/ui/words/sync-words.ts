/** Words for the hub in the language that is spoken. */
import type { SyncObstacle } from '#app/sync/desk.ts';
import { sync as en } from './en/sync.ts';
import type { Words } from './errors.ts';
import { inLanguage } from './language.svelte.ts';

export const syncWords = inLanguage('sync', en);

export const obstacleWords = (obstacle: SyncObstacle): Words => syncWords.obstacleWords(obstacle);

/** An obstacle as one line. */
export function syncLine(obstacle: SyncObstacle): string {
  const { happened, safe, next } = syncWords.obstacleWords(obstacle);
  return `${happened} ${safe} ${next}`;
}

/** What is to be said beside a field that a link was put into. */
export function linkWanting(obstacle: SyncObstacle): string {
  const { happened, next } = syncWords.obstacleWords(obstacle);
  return `${happened} ${next}`;
}
