/** Listens, says where, and stops when told to. */
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Server as TlsServer } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { err, ok, type Result } from '#domain/result.ts';
import type { Config } from './config.ts';
import { createLogs } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openStore } from './open-store.ts';
import { makeOwnerLink } from './owner-link.ts';
import { createServer } from './server.ts';
import type { Store } from './store/store.ts';

/** Serves until a signal. @returns a sentence for the terminal when it can't begin */
export async function serve(config: Config): Promise<Result<null, string>> {
  if (!existsSync(join(config.dist, 'index.html'))) return err(`There is no built app in ${config.dist}. Run: npm run build`);
  const tls = config['tls-cert'] !== undefined && config['tls-key'] !== undefined ? { cert: config['tls-cert'], key: config['tls-key'] } : undefined;
  for (const file of tls ? [tls.cert, tls.key] : []) if (!existsSync(file)) return err(`There is no file ${file}.`);
  const opened = await openStore(config);
  if (!opened.ok) return err(opened.error.sentence);
  const { store } = opened.value;
  const { hubId } = await store.district();
  const logs = createLogs(config.log, (line) => { process.stderr.write(line); });
  const hub = { hubId, store, nowMs: () => Date.now(), logs, metrics: createMetrics(true) };
  const rates = { perAddress: config['rate-address'], perDevice: config['rate-device'] };
  const server = await createServer({ dist: config.dist, hub, rates, metricsToken: config['metrics-token'], trustProxy: config['trust-proxy'], tls });
  const listening = await listen(server, config);
  if (!listening.ok) {
    await store.close();
    return listening;
  }
  stopWhenTold(server, store, config['stop-seconds']);
  if (tls) process.on('SIGHUP', () => { renewCertificate(server, tls); });
  process.stdout.write(`Quiet Checkpoint is at ${listening.value}\n`);
  await printFirstOwnerLink(store, config.address ?? listening.value);
  return ok(null);
}

async function listen(server: FastifyInstance, { host, port, 'tls-cert': cert }: Config): Promise<Result<string, string>> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return err(`Port ${String(port)} ${error.code === 'EADDRINUSE' ? 'is in use' : 'may not be used'}. Choose another with --port.`);
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return err(`${host} is no address of this computer.`);
    throw error;
  }
  return ok(`${cert === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${String(portOf(server.server.address()))}`);
}

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0);

/** Only the hub that stored the link prints it; all others on the same database keep silent. */
async function printFirstOwnerLink(store: Store, origin: string): Promise<void> {
  if (await store.ownerLink()) return;
  const { kept, fragment } = makeOwnerLink();
  if (!await store.keepFirstOwnerLink(kept)) return;
  process.stdout.write(`Whoever opens this link founds the district. It is shown once and works once:\n${origin}/join#${fragment}\n`);
}

/** Takes no new requests, lets those that run end within the limit, then closes connections and store. */
function stopWhenTold(server: FastifyInstance, store: Store, limitSeconds: number): void {
  let isStopping = false;
  let running = 0;
  server.server.on('request', (_request, response) => {
    running += 1;
    response.once('close', () => { running -= 1; });
  });
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), limitSeconds * 1_000).unref();
    // Connections that carry no request are closed; one that never carried any does not count as idle to Node.
    const closing = setInterval(() => {
      if (running === 0) server.server.closeAllConnections();
    }, 20);
    await server.close();
    clearInterval(closing);
    await store.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { void stop(); }); // the process ends by itself when nothing is left open
}

function renewCertificate(server: FastifyInstance, { cert, key }: { cert: string; key: string }): void {
  // A Server of node:http as the types have it; with TLS files it was made as one of node:https.
  if (server.server instanceof TlsServer) server.server.setSecureContext({ cert: readFileSync(cert), key: readFileSync(key) });
}
