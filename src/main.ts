/** Starts the app: look, newest version, store, screens. Whatever keeps the store shut is told on a page of its own. */
import { mount } from 'svelte';
import { composeApp } from '#app/compose.ts';
import { applyLook, readLook } from '#app/look.ts';
import { beforeMount } from '#device/update.ts';
import App from '#ui/App.svelte';
import Obstacle from '#ui/screens/not-here/Obstacle.svelte';

async function start(target: Element): Promise<void> {
  applyLook(readLook());
  await beforeMount();
  const app = await composeApp();
  target.replaceChildren();
  if (app.ok) mount(App, { target, props: { app: app.value } });
  else mount(Obstacle, { target, props: { error: app.error } });
  document.documentElement.dataset['started'] = ''; // boot.js offers its repair only until then
}

const place = document.querySelector('#app');
if (place === null) throw new Error('The page has no place for the app.');
await start(place);
