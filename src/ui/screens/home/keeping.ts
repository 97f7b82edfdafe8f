/** What home says quietly about keeping; fetched after it stands. */
export { Kept } from './kept.svelte.ts';
export { default as KeptLines } from './KeptLines.svelte';
export { default as Lost } from './Lost.svelte';
