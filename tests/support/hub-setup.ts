/** One PostgreSQL for all tests of the hub. */
import type { TestProject } from 'vitest/node';
import { PostgresFiles } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of its first database. */
    postgres: string;
  }
}

export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const files = new PostgresFiles();
  const cluster = await files.start('shared');
  project.provide('postgres', cluster.address());
  return async () => {
    await cluster.stop();
    files.remove();
  };
}
