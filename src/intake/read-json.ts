import { ok, type Result } from '#domain/result.ts';
import { depthLimit, valueLimit } from './limits.ts';
import type { JsonObstacle } from './obstacles.ts';
import { scanJson, type JsonLimits } from './scan-json.ts';

/** The value of a JSON text that keeps within the limits; else the first obstacle with line and column. */
export function readJson(
  text: string,
  limits: JsonLimits = { depth: depthLimit, values: valueLimit },
): Result<unknown, JsonObstacle> {
  const scanned = scanJson(text, limits);
  return scanned.ok ? ok(JSON.parse(text)) : scanned;
}
