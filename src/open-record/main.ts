/** `npm run open-record -- FILE --identity KEYFILE --keyring FILE`: what a hub holds, opened without the app. See README.md. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openRecords } from './open-records.ts';

const usage = 'npm run open-record -- FILE --identity KEYFILE --keyring FILE [--signer KEY]';

function main(): number {
  const given = argumentsGiven();
  if (!given) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  void openRecords(given).then(({ opened, refused }) => {
    for (const value of opened) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    for (const line of refused) process.stderr.write(`${line}\n`);
    process.exitCode = refused.length > 0 ? 1 : 0;
  });
  return 0;
}

function argumentsGiven(): Parameters<typeof openRecords>[0] | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { identity: { type: 'string' }, keyring: { type: 'string' }, signer: { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1 || values.identity === undefined || values.keyring === undefined) return null;
    return {
      records: new Uint8Array(readFileSync(file)),
      identity: readFileSync(values.identity, 'utf8'),
      keyring: new Uint8Array(readFileSync(values.keyring)),
      ...(values.signer === undefined ? {} : { signer: values.signer }),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

process.exitCode = main();
