import type { RoadmapFormatMeta } from '../roadmap-format.ts';

export const meta: RoadmapFormatMeta = { id: 'roadmap-csv', extension: 'csv', mediaType: 'text/csv', whole: false };
