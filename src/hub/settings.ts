/** Every setting once: its flag is its name, its variable, what it must be, and what `--help` says. */

interface Setting {
  readonly env: string;
  readonly type: 'string' | 'boolean';
  readonly fallback?: string;
  /** Only by the environment: flags are seen by everybody on the machine. */
  readonly secret?: boolean;
  /** Ends the sentence "--port must be ...". */
  readonly must: string;
  readonly help: string;
}

export const settings: Readonly<Record<SettingName, Setting>> = {
  port: { env: 'PORT', type: 'string', fallback: '8787', must: 'a whole number from 0 to 65535', help: 'port; 0 takes any free one' },
  host: { env: 'HUB_HOST', type: 'string', fallback: '127.0.0.1', must: 'a host name or an address', help: 'where to listen; beyond this computer only with TLS' },
  dist: { env: 'HUB_DIST', type: 'string', fallback: 'dist', must: 'a folder', help: 'folder of the built app' },
  data: { env: 'HUB_DATA', type: 'string', fallback: '.data', must: 'a folder', help: 'folder of the SQLite database' },
  database: { env: 'DATABASE_URL', type: 'string', secret: true, must: 'like postgres://user:password@host/name, hosts separated by commas', help: 'PostgreSQL instead of SQLite; several hosts: postgres://a,b/name' },
  connections: { env: 'HUB_CONNECTIONS', type: 'string', fallback: '10', must: 'a whole number from 1 to 200', help: 'connections to PostgreSQL' },
  'retry-seconds': { env: 'HUB_RETRY_SECONDS', type: 'string', fallback: '20', must: 'a whole number from 0 to 600', help: 'a request waits so long for PostgreSQL to fail over' },
  'max-data-mb': { env: 'HUB_MAX_DATA_MB', type: 'string', fallback: '0', must: 'a whole number of megabytes, 0 for no limit', help: 'SQLite grows no larger; 0: as the disk allows' },
  'tls-cert': { env: 'HUB_TLS_CERT', type: 'string', must: 'a file', help: 'certificate chain (PEM); read again on SIGHUP' },
  'tls-key': { env: 'HUB_TLS_KEY', type: 'string', must: 'a file', help: 'its private key (PEM)' },
  'insecure-http': { env: 'HUB_INSECURE_HTTP', type: 'boolean', must: 'yes or no', help: 'plain HTTP beyond this computer: a proxy does TLS' },
  'trust-proxy': { env: 'HUB_TRUST_PROXY', type: 'boolean', must: 'yes or no', help: 'take the client\'s address from X-Forwarded-For' },
  address: { env: 'HUB_ADDRESS', type: 'string', must: 'like https://HOST, without a path', help: 'how people reach the hub; for the owner link' },
  'metrics-token': { env: 'HUB_METRICS_TOKEN', type: 'string', secret: true, must: 'at least 16 visible characters', help: 'opens /metrics beyond this computer, as a Bearer token' },
  log: { env: 'HUB_LOG', type: 'string', fallback: 'requests', must: 'requests, faults or off', help: 'what goes to stderr, one JSON line each' },
  'rate-address': { env: 'HUB_RATE_ADDRESS', type: 'string', fallback: '6000', must: 'a whole number from 1', help: 'requests a minute from one address' },
  'rate-device': { env: 'HUB_RATE_DEVICE', type: 'string', fallback: '1200', must: 'a whole number from 1', help: 'requests a minute from one device' },
  'stop-seconds': { env: 'HUB_STOP_SECONDS', type: 'string', fallback: '10', must: 'a whole number from 1 to 600', help: 'what runs when told to stop has so long' },
};

export type SettingName =
  | 'port' | 'host' | 'dist' | 'data' | 'database' | 'connections' | 'retry-seconds' | 'max-data-mb' | 'tls-cert' | 'tls-key' | 'insecure-http' | 'trust-proxy'
  | 'address' | 'metrics-token' | 'log' | 'rate-address' | 'rate-device' | 'stop-seconds';

const line = ([name, { env, secret, help, fallback, type }]: [string, Setting]): string =>
  `  ${(secret ? '' : `--${name}`).padEnd(16)} ${env.padEnd(18)} ${help}${fallback === undefined || type === 'boolean' ? '' : ` (${fallback})`}`;

/** What `--help` prints. */
export const usage = `Serves Quiet Checkpoint and keeps the sealed records of a district.

  node src/hub/main.ts [settings]             serve
  node src/hub/main.ts backup FILE            a consistent copy of the database, while the hub runs
  node src/hub/main.ts after-restore          once after a copy was put back: tablets then compare anew
  node src/hub/main.ts rotate-owner-link      a new owner link; the one before opens nothing any more
  node src/hub/main.ts audit                  who came in, pushed, pulled, was revoked

  flag             variable           meaning (default)
${Object.entries(settings).map(line).join('\n')}
  --help                              this text

Exit codes: 0 done or stopped when told to, 1 a fault, 2 a setting that will not do.`;
