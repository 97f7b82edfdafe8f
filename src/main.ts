/** Starts the app, whose look boot.js has set: newest version, store, screens or lock. Whatever keeps the store shut is told on a page of its own. */
import { composeApp } from '#app/compose.ts';
import { readLook } from '#app/look.ts';
import { beforeMount } from '#device/update.ts';
import { routeOf } from '#ui/router.svelte.ts';
import { fetchAhead } from '#ui/screens.ts';
import { showObstacle, showOn } from '#ui/stage.ts';
import { spoken } from '#ui/words/language.svelte.ts';

async function start(target: Element): Promise<void> {
  fetchAhead(routeOf(location.pathname));
  await beforeMount();
  const [app] = await Promise.all([composeApp(), spoken.speak(readLook().language)]);
  await (app.ok ? showOn(target, app.value) : showObstacle(target, app.error));
  document.documentElement.dataset['started'] = ''; // boot.js offers its repair only until then
}

const place = document.querySelector('#app');
if (place === null) throw new Error('The page has no place for the app.');
// Not awaited: parts that are fetched on the way import from this file, and would wait for it to end.
void start(place);
