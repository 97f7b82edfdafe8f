/** A roadmap as JSON: everything of it, or refused at its place. */
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import { ok, type Result } from '#domain/result.ts';
import { readJson } from '../read-json.ts';
import type { ReadRoadmapObstacle, RoadmapForm, RoadmapPreview } from './preview.ts';

/** 5,000 items of some 30 values, in two languages, and as many retired ones. */
const limits = { depth: 12, values: 400_000 };

/** Reads the text of a roadmap's file, or of a link. */
export function readRoadmapJson(text: string, from: RoadmapForm = 'json'): Result<RoadmapPreview, ReadRoadmapObstacle> {
  const json = readJson(text.startsWith('\ufeff') ? text.slice(1) : text, limits);
  if (!json.ok) return json;
  const parsed = parseRoadmap(json.value);
  if (!parsed.ok) return parsed;
  const roadmap = { ...parsed.value };
  Reflect.deleteProperty(roadmap, '$schema'); // names the form of the file, and is no part of the roadmap
  return ok({ from, roadmap, becameConditions: [], notFitting: [] });
}
