/** Before the browser tests: the production build has to be there; `npm test` makes it. */
import { existsSync } from 'node:fs';

export default function setup(): void {
  if (!existsSync('dist/index.html')) throw new Error('The browser tests look at the production build. Run `npm run build` first.');
}
