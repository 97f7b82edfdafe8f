/** What stands beside the meetings on the home screen, and in their place when there are none; fetched after the screen stands. */
export { default as Aside } from './Aside.svelte';
export { default as Empty } from './Empty.svelte';
export { HomeDesk } from './home-desk.svelte.ts';
