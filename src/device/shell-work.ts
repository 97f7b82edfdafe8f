/** What the shell does once the screen stands; fetched apart, so that the screen does not wait for it. */
export { createKeepAwake } from './keep-awake.ts';
export { lookAtOfflineCopy, mendOfflineCopy } from './offline-copy.ts';
export { registerWorker } from './register-worker.ts';
export { repair } from './repair.ts';
export { readMarker, writeMarker } from './storage-marker.ts';
export { askForPersistence, lookAtStorage } from './storage-state.ts';
export { applyUpdate, lookForUpdates, updateWaits, watchWorkers } from './waiting-version.ts';
