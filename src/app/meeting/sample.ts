import type { MeetingId } from '#domain/ids.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { sampleMeeting } from '#domain/sample-meeting.ts';
import type { App } from '../app.ts';
import type { Language } from '../look.ts';
import { planMeeting } from './plan-meeting.ts';

/** Puts the sample meeting, told in this language, on this device; it is marked as a sample in all it shows. */
export function loadSample(app: App, language: Language = 'en'): Promise<MeetingId> {
  const roadmap = defaultRoadmap();
  return planMeeting(app, sampleMeeting({ roadmap, newId: app.newId, nowMs: app.nowMs(), language }), roadmap);
}
