/** Whether the three first pages have been read on this device. */
import type { App } from './app.ts';
import { storageMemory } from './storage-memory.ts';

/** True once {@link setWelcomed} has been called on this device; also where meetings were kept and are lost, which is told instead of a first run. */
export const isWelcomed = async (app: App): Promise<boolean> =>
  (await app.store.readSetting('welcomed')) === true || (await storageMemory(app)).lost;

/** Keeps that the first pages have been read; resolves at the commit. */
export const setWelcomed = (app: App): Promise<void> => app.store.writeSetting('welcomed', true);
