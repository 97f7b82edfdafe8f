/** Words for what can be in the way of a file that comes in: what happened, what is safe, what to do. */
import type { ImportObstacle } from '#app/intake/obstacle.ts';
import { intake as en } from './en/intake.ts';
import { inLanguage } from './language.svelte.ts';
import type { Words } from './said.ts';

const words = inLanguage('intake', en);

export const exchangeWords = (obstacle: ImportObstacle): Words => words.obstacle(obstacle);
