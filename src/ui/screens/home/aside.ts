/** What stands beside the meetings on the home screen, and what it says when there are none; fetched after the meetings stand. */
export { default as Aside } from './Aside.svelte';
export { default as Blank } from './Blank.svelte';
export { Kept } from './kept.svelte.ts';
export { default as Lost } from './Lost.svelte';
