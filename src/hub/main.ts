/** Serves the app on this computer alone, until told to stop. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readConfig, usage, type Config } from './config.ts';
import { createServer } from './server.ts';

const stopLimitMs = 5_000;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

async function serve({ port, dist }: Config): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) refuse(`There is no built app in ${dist}. Run: npm run build`);
  const server = await createServer(dist);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), stopLimitMs).unref();
      void server.close(); // the process ends by itself when the last connection has
    });
  }
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if (!isListenObstacle(error)) throw error;
    refuse(`Port ${String(port)} ${error.code === 'EADDRINUSE' ? 'is in use' : 'may not be used'}. Choose another with --port.`);
  }
  process.stdout.write(`Quiet Checkpoint is at http://127.0.0.1:${String(portOf(server.server.address()))}\n`);
}

const isListenObstacle = (error: unknown): error is { code: string } =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0);

const config = readConfig(process.argv.slice(2), process.env);
if (!config.ok) refuse(config.error.sentence);
if (config.value.help) process.stdout.write(`${usage}\n`);
else await serve(config.value);
