/** The hub's settings: flags, then the environment, then defaults; one clear sentence for a bad value. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from '#domain/zod.ts';
import { settings, type SettingName } from './settings.ts';

const whole = (least: number, most: number): z.ZodMiniType<number> => z.coerce.number().check(z.int(), z.gte(least), z.lte(most));
const word = z.string().check(z.minLength(1), z.maxLength(4_000));

const schema = z.object({
  port: whole(0, 65_535),
  host: z.string().check(z.regex(/^[A-Za-z0-9.:-]{1,253}$/)),
  dist: word,
  data: word,
  database: z.optional(z.string().check(z.regex(/^postgres(?:ql)?:\/\/[^\s/]+\/[^\s/]+$/))),
  connections: whole(1, 200),
  'retry-seconds': whole(0, 600),
  'max-data-mb': whole(0, 100_000_000),
  'tls-cert': z.optional(word),
  'tls-key': z.optional(word),
  'insecure-http': z.boolean(),
  'trust-proxy': z.boolean(),
  address: z.optional(z.string().check(z.regex(/^https?:\/\/[A-Za-z0-9.:[\]-]+$/))),
  'metrics-token': z.optional(z.string().check(z.regex(/^[!-~]{16,200}$/))),
  log: z.enum(['requests', 'faults', 'off']),
  'rate-address': whole(1, 10_000_000),
  'rate-device': whole(1, 10_000_000),
  'stop-seconds': whole(1, 600),
});

export type Config = z.infer<typeof schema>;

/** What the hub is asked to do. */
export type Command = { readonly name: 'serve' } | { readonly name: 'help' } | EndingCommand;

/** A command that ends by itself. */
export type EndingCommand = { readonly name: 'rotate-owner-link' | 'audit' | 'after-restore' } | { readonly name: 'backup'; readonly file: string };

export interface BadConfig {
  readonly type: 'BadConfig';
  /** One sentence for the person at the terminal. */
  readonly sentence: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads command and settings. */
export function readConfig(args: readonly string[], env: Env): Result<Config & { readonly command: Command }, BadConfig> {
  const parsed = readArgs(args);
  if (!parsed.ok) return parsed;
  const command = parsed.value.values['help'] === true ? ok({ name: 'help' } as const) : readCommand(parsed.value.positionals);
  if (!command.ok) return command;
  const given = collect(parsed.value.values, env);
  if (!given.ok) return given;
  const config = schema.safeParse(given.value);
  if (!config.success) return bad(sentenceOf(String(config.error.issues[0]?.path[0] ?? '')));
  const { data } = config;
  if ((data['tls-cert'] === undefined) !== (data['tls-key'] === undefined)) return bad('--tls-cert and --tls-key go together.');
  if (command.value.name === 'serve' && !isLoopback(data.host) && data['tls-cert'] === undefined && !data['insecure-http']) {
    return bad(`Over plain HTTP the hub listens on this computer only. For ${data.host} give --tls-cert and --tls-key, or --insecure-http when a proxy before it does TLS.`);
  }
  return ok({ ...data, dist: resolve(data.dist), data: resolve(data.data), command: command.value });
}

/** Whether nobody else can reach this address. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host) || /^::ffff:127\./.test(host);

const bad = (sentence: string): { readonly ok: false; readonly error: BadConfig } => err({ type: 'BadConfig', sentence });

function readCommand([name = 'serve', file, ...more]: readonly string[]): Result<Command, BadConfig> {
  if (name === 'backup') return file !== undefined && more.length === 0 ? ok({ name, file: resolve(file) }) : bad('backup needs one file to write to: node src/hub/main.ts backup FILE.');
  if (file !== undefined) return bad(`${name} takes nothing after it. See --help.`);
  if (name === 'serve' || name === 'rotate-owner-link' || name === 'audit' || name === 'after-restore') return ok({ name });
  return bad(`There is no command ${name}. See --help.`);
}

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

function readArgs(args: readonly string[]): Result<Parsed, BadConfig> {
  try {
    const flags = Object.entries(settings).filter(([, { secret }]) => !secret).map(([name, { type }]) => [name, { type }] as const);
    return ok(parseArgs({ args: [...args], allowPositionals: true, options: { ...Object.fromEntries(flags), help: { type: 'boolean' } } }));
  } catch (error) {
    // parseArgs throws a TypeError for a flag that it does not know.
    if (error instanceof TypeError) return bad(`${error.message.split('. ')[0] ?? ''}. See --help.`);
    throw error;
  }
}

function collect(values: Parsed['values'], env: Env): Result<Record<string, unknown>, BadConfig> {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(settings) as SettingName[]) {
    const { env: variable, type, fallback } = settings[name];
    const text = values[name] ?? (env[variable] === '' ? undefined : env[variable]);
    if (type === 'string') given[name] = text ?? fallback;
    else if (text === undefined || text === 'no' || text === 'yes' || text === true) given[name] = text === true || text === 'yes';
    else return bad(`${variable} must be yes or no.`);
  }
  return ok(given);
}

/** Names flag and variable, and never repeats the value: it may be a secret. */
function sentenceOf(name: string): string {
  const setting = Object.entries(settings).find(([key]) => key === name)?.[1];
  return setting === undefined ? `--${name} is not understood.` : `${setting.secret ? setting.env : `--${name} (${setting.env})`} must be ${setting.must}.`;
}
