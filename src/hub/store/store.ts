/**
 * All that the hub keeps, as the routes see it. One implementation over two engines; the same
 * tests run over both. Every writing verb may be repeated: a request whose answer was lost
 * gets the same answer again.
 */
import { auditStore, type AuditStore } from './audit.ts';
import type { Database } from './database.ts';
import { districtStore, type DistrictStore } from './district.ts';
import { invitationStore, type InvitationStore } from './invitations.ts';
import { joiningStore, type JoiningStore } from './joining.ts';
import { keyringStore, type KeyringStore } from './keyrings.ts';
import { memberStore, type MemberStore } from './members.ts';
import { isCurrent, schemaVersion } from './migrations.ts';
import { pairingStore, type PairingStore } from './pairings.ts';
import { pullStore, type PullStore } from './pull.ts';
import { pushStore, type PushStore } from './push.ts';

export interface Store extends AuditStore, DistrictStore, InvitationStore, JoiningStore, KeyringStore, MemberStore, PairingStore, PullStore, PushStore {
  /** Whether the database answers and has the schema of this version. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** The store over a database whose schema is up to date. */
export function createStore(database: Database): Store {
  return {
    ...auditStore(database),
    ...districtStore(database),
    ...invitationStore(database),
    ...joiningStore(database),
    ...keyringStore(database),
    ...memberStore(database),
    ...pairingStore(database),
    ...pullStore(database),
    ...pushStore(database),
    isReady: async () => isCurrent(await schemaVersion(database)),
    close: () => database.close(),
  };
}
