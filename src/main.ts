/** Starts the app: look, newest version, store, screens. Whatever keeps the store shut is told on a page of its own. */
import { mount } from 'svelte';
import { composeApp } from '#app/compose.ts';
import { applyLook, readLook } from '#app/look.ts';
import { beforeMount } from '#device/update.ts';
import App from '#ui/App.svelte';
import { routeOf } from '#ui/router.svelte.ts';
import { fetchAhead, loadObstacle } from '#ui/screens.ts';
import Unloaded from '#ui/screens/not-here/Unloaded.svelte';

async function start(target: Element): Promise<void> {
  applyLook(readLook());
  fetchAhead(routeOf(location.pathname));
  await beforeMount();
  const app = await composeApp();
  const Obstacle = app.ok ? null : await loadObstacle();
  target.replaceChildren();
  if (app.ok) mount(App, { target, props: { app: app.value } });
  else if (Obstacle) mount(Obstacle, { target, props: { error: app.error } });
  else mount(Unloaded, { target });
  document.documentElement.dataset['started'] = ''; // boot.js offers its repair only until then
}

const place = document.querySelector('#app');
if (place === null) throw new Error('The page has no place for the app.');
await start(place);
