/** Random values and the identity of this device, in the forms of the domain. */
import { isUuid, type DeviceId } from '#domain/ids.ts';
import { nodeIdFromBytes, type NodeId } from '#domain/stamp.ts';

const deviceKey = 'qc.device';

/** A random UUID v4. */
export const randomUuid = (): string => crypto.randomUUID();

/** A node for this opened tab; 64 random bits. */
export const randomNodeId = (): NodeId => nodeIdFromBytes(crypto.getRandomValues(new Uint8Array(8)));

/** The id of this browser profile, made at the first start. It says nothing about its owner. */
export function deviceId(): DeviceId {
  const kept = read();
  if (kept !== null && isUuid(kept)) return kept as DeviceId; // branded: the form was just checked
  const made = randomUuid();
  keep(made);
  return made as DeviceId;
}

// Where site data is barred, localStorage throws on touch; the id then lasts for this page.
function read(): string | null {
  try {
    return localStorage.getItem(deviceKey);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function keep(id: string): void {
  try {
    localStorage.setItem(deviceKey, id);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
