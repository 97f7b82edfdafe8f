/**
 * The Collaborative IEP Team Meetings Roadmap that ships with the app: 10 phases, 70 items.
 * The content stands in `default-roadmap.json` and is validated here at load, and at build
 * by `src/build/check-roadmap.ts`.
 */
import { assert } from '../result.ts';
import content from './default-roadmap.json' with { type: 'json' };
import type { Roadmap } from './roadmap.ts';
import { parseRoadmap } from './parse-roadmap.ts';

/** Reads the shipped roadmap; throws when the shipped content itself is broken. */
export function defaultRoadmap(): Roadmap {
  const roadmap = parseRoadmap(content);
  assert(roadmap.ok, 'the shipped roadmap is valid');
  return roadmap.value;
}
