/** The age tool, which asks a terminal for its passphrase: `script` gives it one. */
import { execFileSync } from 'node:child_process';
import { systemTool } from './chromium.ts';

/** Runs age with these arguments, typing `typed` at its questions. Throws with what it said when it ends otherwise. */
export function withAge(args: readonly string[], typed: string): void {
  const age = systemTool('age', 'age');
  const command = [age, ...args].map((word) => `'${word}'`).join(' ');
  // The questions come one after the other; what is typed before the first is thrown away by the terminal.
  const lines = typed.split('\n').filter((line) => line !== '').map((line) => `sleep 1; printf '%s\\n' '${line}'`).join('; ');
  execFileSync('/bin/sh', ['-c', `(${lines}; sleep 3) | script -qec "${command}" /dev/null`], { stdio: 'pipe', timeout: 25_000 });
}
