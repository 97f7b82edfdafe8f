import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';

const schema = z.object({
  port: z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)),
  dist: z.string().check(z.minLength(1)),
  help: z.boolean(),
});

export type Config = z.infer<typeof schema>;

export interface BadConfig {
  readonly type: 'BadConfig';
  /** One sentence for the person at the terminal. */
  readonly sentence: string;
}

export const usage = `Serves Quiet Checkpoint on this computer.

  node src/hub/main.ts [--port 8787] [--dist dist]

  --port   port on 127.0.0.1; 0 takes any free one (also: PORT)
  --dist   folder of the built app
  --help   this text`;

/** Reads flags, then the environment, then defaults. */
export function readConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Result<Config, BadConfig> {
  const flags = readFlags(args);
  if (!flags.ok) return flags;
  const config = schema.safeParse({
    port: flags.value.port ?? (env['PORT'] || '8787'),
    dist: resolve(flags.value.dist ?? 'dist'),
    help: flags.value.help ?? false,
  });
  if (config.success) return ok(config.data);
  return err({ type: 'BadConfig', sentence: `--${config.error.issues[0]?.path.join('.') ?? ''} must be a whole number from 0 to 65535.` });
}

interface Flags {
  readonly port?: string | undefined;
  readonly dist?: string | undefined;
  readonly help?: boolean | undefined;
}

function readFlags(args: readonly string[]): Result<Flags, BadConfig> {
  try {
    const options = { port: { type: 'string' }, dist: { type: 'string' }, help: { type: 'boolean' } } as const;
    return ok(parseArgs({ args: [...args], options }).values);
  } catch (error) {
    // parseArgs throws a TypeError for a flag that it does not know.
    if (error instanceof TypeError) return err({ type: 'BadConfig', sentence: `${error.message.split('. ')[0] ?? ''}. See --help.` });
    throw error;
  }
}
