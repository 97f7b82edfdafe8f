/** Random values and the identity of this device, in the forms of the domain. */
import { isUuid, type DeviceId } from '#domain/ids.ts';
import { nodeIdFromBytes, type NodeId } from '#domain/stamp.ts';
import { remember, remembered } from './remember.ts';

const deviceKey = 'qc.device';

/** A random UUID v4. */
export const randomUuid = (): string => crypto.randomUUID();

/** A node for this opened tab; 64 random bits. */
export const randomNodeId = (): NodeId => nodeIdFromBytes(crypto.getRandomValues(new Uint8Array(8)));

/** The id of this browser profile, made at the first start; where site data is barred, new at each. It says nothing about its owner. */
export function deviceId(): DeviceId {
  const kept = remembered(deviceKey);
  if (kept !== null && isUuid(kept)) return kept as DeviceId; // branded: the form was just checked
  const made = randomUuid();
  remember(deviceKey, made);
  return made as DeviceId;
}
