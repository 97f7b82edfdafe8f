import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { obstacleInSpanish } from './spanish-roadmap.ts';

const file = 'src/domain/roadmap/default-roadmap.json';
const spanish = 'src/domain/roadmap/default-roadmap.es.json';

/** Stops the build, with the place, when the roadmap that ships does not hold together or its Spanish is not whole. */
export function checkRoadmap(): Plugin {
  let root = '';
  return {
    name: 'check-roadmap',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      const [english, other] = [file, spanish].map((name) => {
        this.addWatchFile(join(root, name));
        return readFileSync(join(root, name), 'utf8');
      });
      const obstacle = obstacleIn(english ?? '', other);
      if (obstacle) this.error(`The default roadmap: ${obstacle}`);
    },
  };
}

/** What is wrong with the text of a roadmap file, or with that of its Spanish; null when nothing is. */
export function obstacleIn(text: string, spanishText?: string): string | null {
  const input = read(text);
  if (typeof input === 'string') return input;
  const roadmap = parseRoadmap(input.value);
  if (!roadmap.ok) return `${roadmap.error.why} at ${roadmap.error.at || 'the top'}`;
  return spanishText === undefined ? null : obstacleInSpanishText(spanishText, roadmap.value);
}

function obstacleInSpanishText(text: string, roadmap: Roadmap): string | null {
  const input = read(text);
  const obstacle = typeof input === 'string' ? input : obstacleInSpanish(input.value, roadmap);
  return obstacle === null ? null : `in Spanish, ${obstacle}`;
}

/** The value of a JSON text, or why it is none. */
function read(text: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return `not JSON (${error.message})`;
    throw error;
  }
}
