/** Words for what can be in the way of what leaves the tablet. */
import type { ExportObstacle, ManyObstacle } from '#app/export/obstacle.ts';
import { handingOver as en } from './en/handing-over.ts';
import { inLanguage } from './language.svelte.ts';
import type { Words } from './said.ts';

export { inOneLine } from './said.ts';

const words = inLanguage('handingOver', en);

export const exportObstacleWords = (obstacle: ExportObstacle | ManyObstacle): Words => words.obstacle(obstacle);
