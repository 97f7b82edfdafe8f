import type { RoadmapFormatMeta } from '../roadmap-format.ts';

export const meta: RoadmapFormatMeta = { id: 'roadmap-json', extension: 'json', mediaType: 'application/json', whole: true };
