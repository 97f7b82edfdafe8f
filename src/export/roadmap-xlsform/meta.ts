import type { RoadmapFormatMeta } from '../roadmap-format.ts';

export const meta: RoadmapFormatMeta = {
  id: 'roadmap-xlsform', extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', whole: false,
};
