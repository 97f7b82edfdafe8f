/** Every route of the API. A new one also gets its row in the table of who may what, or a test fails. */
import { districtRoutes } from './district-routes.ts';
import { joiningRoutes } from './joining-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { pairingRoutes } from './pairing-routes.ts';
import { recordRoutes } from './record-routes.ts';
import type { AnyRoute } from './route.ts';

export const allRoutes: readonly AnyRoute[] = [...districtRoutes, ...joiningRoutes, ...memberRoutes, ...pairingRoutes, ...recordRoutes];
