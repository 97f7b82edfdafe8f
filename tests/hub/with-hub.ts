/** A hub in the test's own process, over either engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { createLogs } from '#hub/log.ts';
import { createMetrics } from '#hub/metrics.ts';
import { makeOwnerLink } from '#hub/owner-link.ts';
import type { RateConfig } from '#hub/rate-limits.ts';
import { createServer, type Patience } from '#hub/server.ts';
import type { Database } from '#hub/store/database.ts';
import { migrate } from '#hub/store/migrations.ts';
import { openPostgres } from '#hub/store/postgres.ts';
import { openSqlite } from '#hub/store/sqlite.ts';
import { createStore, type Store } from '#hub/store/store.ts';
import { askServer, type AskHub } from '#tests/support/hub-asks.ts';
import { TestDistrict } from '#tests/support/hub-members.ts';
import { newDatabaseAt } from '#tests/support/postgres.ts';
import { builtApp } from './built-app.ts';

export const engines = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

export interface TestHub {
  readonly server: FastifyInstance;
  readonly store: Store;
  readonly ask: AskHub;
  /** Founds the district. */
  readonly ownerLink: string;
  /** Folder of the SQLite database. */
  readonly folder: string;
  /** All lines of the log. */
  readonly logged: string[];
  readonly clock: { nowMs: number };
  close(): Promise<void>;
}

export interface HubOptions {
  readonly rates?: RateConfig;
  readonly mostMb?: number;
  readonly patience?: Patience;
  readonly metricsToken?: string;
}

const unlimited: RateConfig = { perAddress: 10_000_000, perDevice: 10_000_000 };

export async function openHub(engine: EngineName, { rates = unlimited, mostMb = 0, ...more }: HubOptions = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-hub-store-'));
  const app = builtApp();
  const database: Database = engine === 'sqlite' ? openSqlite(folder, mostMb) : openPostgres(await newDatabaseAt(inject('postgres')), 5);
  await migrate(database);
  const store = createStore(database);
  await store.begin();
  const { kept, fragment } = makeOwnerLink();
  await store.keepFirstOwnerLink(kept);
  const logged: string[] = [];
  const clock = { nowMs: 1_800_000_000_000 };
  const { hubId } = await store.district();
  const hub = { hubId, store, nowMs: () => clock.nowMs, logs: createLogs('requests', (line) => logged.push(line)), metrics: createMetrics(false) };
  const server = await createServer({ dist: app.dist, hub, rates, ...more });
  return {
    server, store, ask: askServer(server), ownerLink: `http://127.0.0.1/join#${fragment}`, folder, logged, clock,
    close: async () => {
      await server.close();
      await store.close();
      app.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A hub whose district is founded. */
export async function openDistrict(engine: EngineName, options: HubOptions = {}): Promise<TestHub & { readonly district: TestDistrict }> {
  const hub = await openHub(engine, options);
  return { ...hub, district: await TestDistrict.found(hub.ask, hub.ownerLink) };
}
