/** What the shell does once the screen stands; fetched apart, so that the screen does not wait for it. */
export { lookAtOfflineCopy, mendOfflineCopy } from './offline-copy.ts';
export { registerWorker } from './register-worker.ts';
export { repair } from './repair.ts';
export { askForPersistence, lookAtStorage } from './storage-state.ts';
export { applyUpdate, lookForUpdates, updateWaits, watchWorkers } from './waiting-version.ts';
