import { getContext, setContext } from 'svelte';
import type { App } from '#app/app.ts';

const key = Symbol('app');

export const setApp = (app: App): App => setContext(key, app);
export const getApp = (): App => getContext<App>(key);
