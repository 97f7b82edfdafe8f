/** Whether the three first pages have been read on this device. */
import type { App } from './app.ts';

/** True once {@link setWelcomed} has been called on this device; also where meetings were kept and are lost, which is told instead of a first run. */
export const isWelcomed = async (app: App): Promise<boolean> => (await app.store.readSetting('welcomed')) === true || isLost(app);

/** Keeps that the first pages have been read; resolves at the commit. */
export const setWelcomed = (app: App): Promise<void> => app.store.writeSetting('welcomed', true);

async function isLost(app: App): Promise<boolean> {
  const { storageMemory } = await import('./storage-memory.ts');
  return (await storageMemory(app)).lost;
}
