import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';

const file = 'src/domain/roadmap/default-roadmap.json';

/** Stops the build, with the place, when the roadmap that ships does not hold together. */
export function checkRoadmap(): Plugin {
  let root = '';
  return {
    name: 'check-roadmap',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      const path = join(root, file);
      this.addWatchFile(path);
      const obstacle = obstacleIn(readFileSync(path, 'utf8'));
      if (obstacle) this.error(`${file}: ${obstacle}`);
    },
  };
}

/** What is wrong with the text of a roadmap file, or null. */
export function obstacleIn(text: string): string | null {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return `not JSON (${error.message})`;
    throw error;
  }
  const roadmap = parseRoadmap(input);
  return roadmap.ok ? null : `${roadmap.error.why} at ${roadmap.error.at || 'the top'}`;
}
