/** Reads the settings and does what is asked: serve until told to stop, or one command. */
import { ok, type Result } from '#domain/result.ts';
import { runCommand } from './commands.ts';
import { readConfig, type Command, type Config } from './config.ts';
import { serve } from './serve.ts';
import { usage } from './settings.ts';

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function run({ command, ...config }: Config & { readonly command: Command }): Promise<Result<null, string>> {
  if (command.name === 'serve') return serve(config);
  if (command.name !== 'help') return runCommand(command, config, print);
  print(usage);
  return ok(null);
}

const config = readConfig(process.argv.slice(2), process.env);
if (!config.ok) {
  refuse(config.error.sentence);
} else {
  const outcome = await run(config.value);
  if (!outcome.ok) refuse(outcome.error);
}
