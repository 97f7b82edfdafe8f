/** What changed between two versions of a roadmap, in plain English sentences. */
import type { ItemPlace, RoadmapChange } from '#domain/roadmap/diff-versions.ts';
import type { TextPlace } from '#domain/roadmap/draft-texts.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

const fields: Readonly<Record<string, string>> = {
  title: 'title', language: 'language', shortTitle: 'short title', purpose: 'purpose', minutes: 'minutes planned', stage: 'stage', pinned: 'place among the whole-meeting checks',
  label: 'text', lookFor: 'look-for', citation: 'source', coachingMove: 'coaching move', kind: 'kind', lens: 'lens', legalForce: 'force in law',
  appliesWhen: 'conditions', of: 'conditions', match: 'way of joining its conditions', core: 'place in the core', allowPartly: 'answer “Partly”', chainLink: 'place in the thread',
  patterns: 'patterns', evidence: 'where it is seen', codePattern: 'look of student codes', retentionMonths: 'months that meetings stay whole',
};
const languages: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish' };
const fieldName = (field: string): string =>
  (field.startsWith('timeLimits.') ? `local limit for “${meeting.dateName(field.slice('timeLimits.'.length))}”` : fields[field] ?? field);
const quoted = (text: string): string => `“${text}”`;

const evidences: Readonly<Record<string, string>> = { document: 'the papers', 'seen-or-heard': 'what is seen or heard' };
const matches: Readonly<Record<string, string>> = { any: 'any of them', all: 'all of them together' };

type NameOf = (condition: string) => string;

function one(field: string, value: unknown, nameOf: NameOf): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field) {
    case 'kind': return text === 'role' || text === 'quality' || text === 'equity' ? meeting.kinds[text] : text;
    case 'stage': return text === 'before' || text === 'during' || text === 'after' ? meeting.stages[text] : text;
    case 'lens': return meeting.lensName(text);
    case 'legalForce': return text === 'must-happen' || text === 'must-be-in-iep' || text === 'supports' || text === 'none' ? meeting.forces[text] : text;
    case 'chainLink': return text === 'data' || text === 'impact' || text === 'goal' || text === 'service' || text === 'placement' ? meeting.links[text] : text;
    case 'appliesWhen': case 'of': return nameOf(text);
    case 'evidence': return evidences[text] ?? text;
    case 'match': return matches[text] ?? text;
    case 'language': return languages[text] ?? text;
    default: return text;
  }
}

function valueOf(field: string, value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return field === 'appliesWhen' ? 'in every meeting' : 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((part) => one(field, part, nameOf)).join(', ');
  if (field.startsWith('timeLimits.') && typeof value === 'object' && value !== null && 'days' in value) {
    const source = 'source' in value && typeof value.source === 'string' ? ` (${value.source})` : '';
    return `${plain.counted(Number(value.days), 'day')}${source}`;
  }
  const words = one(field, value, nameOf);
  return ['lookFor', 'coachingMove', 'citation', 'purpose', 'title', 'shortTitle', 'label', 'codePattern'].includes(field) ? quoted(words) : words;
}

const number = (at: ItemPlace): string => at.number;

export const changes = {
  documentTitle: 'Changes · Quiet Checkpoint',
  title: 'What changed',
  from: 'From', to: 'To',
  bare: (version: string): string => `version ${version}`,
  theDraft: (version: string): string => `the draft of version ${version}`,
  fromTo: (from: string, to: string): string => `From ${from} to ${to}.`,
  none: 'Nothing differs between them.',
  whole: 'The whole roadmap', conditions: 'Conditions', translations: (language: string): string => `Words in ${languages[language] ?? language}`, gone: 'Phases taken out',
  notHere: 'One of these versions is not here',
  notHereWords: 'Choose two others in the list of roadmaps.',
  compare: 'See the changes',
  version: (title: string, version: string): string => `${title}, version ${version}`,
  textPlace: (at: TextPlace, label: string): string => (at.kind === 'roadmap' ? 'The title' : `${label}, ${fieldName(at.field)}`),
  sentence(change: RoadmapChange, nameOf: NameOf, labelAt: (at: TextPlace) => string): string {
    const fromTo = (of: string, { field, before, after }: { readonly field: string; readonly before: unknown; readonly after: unknown }): string =>
      `${of}: the ${fieldName(field)} was ${valueOf(field, before, nameOf)}, now ${valueOf(field, after, nameOf)}.`;
    switch (change.type) {
      case 'roadmap-changed': return fromTo('The roadmap', change);
      case 'district-changed': return fromTo('The district', change);
      case 'condition-added': return `New condition: ${quoted(change.label)}.`;
      case 'condition-removed': return `Condition taken out: ${quoted(change.label)}.`;
      case 'condition-changed': return fromTo(`The condition ${quoted(change.label)}`, change);
      case 'phase-added': return 'This phase is new.';
      case 'phase-retired': return 'This phase was taken out.';
      case 'phase-renamed': return `The phase was called ${quoted(change.before)}.`;
      case 'phase-moved': return `The phase moved from place ${String(change.from)} to place ${String(change.to)}.`;
      case 'phase-changed': return fromTo('The phase', change);
      case 'item-added': return `${number(change.to)} ${quoted(change.label)} is new.`;
      case 'item-retired': return `${number(change.from)} ${quoted(change.label)} was retired.`;
      case 'item-renamed': return `${number(change.at)} ${quoted(change.after)} was worded ${quoted(change.before)}.`;
      case 'item-moved': return change.from.phase === change.to.phase
        ? `${number(change.to)} ${quoted(change.label)} was ${number(change.from)}.`
        : `${number(change.to)} ${quoted(change.label)} was ${number(change.from)} in ${quoted(change.from.phaseTitle)}.`;
      case 'item-changed': return fromTo(`${number(change.at)} ${quoted(change.label)}`, change);
      case 'item-split': return `${number(change.from)} ${quoted(change.label)} was split into ${plain.listed(change.parts.map(({ label }) => quoted(label)))}.`;
      case 'items-merged': return `${number(change.to)} ${quoted(change.label)} was merged from ${plain.listed(change.merged.map(({ label }) => quoted(label)))}.`;
      case 'item-continued': return `${number(change.to)} ${quoted(change.label)} goes on from ${quoted(change.before.label)}.`;
      case 'translation-added': return `${labelAt(change.at)}: ${quoted(change.after ?? '')}`;
      case 'translation-removed': return `${labelAt(change.at)}: no words any more.`;
      case 'translation-changed': return `${labelAt(change.at)}: was ${quoted(change.before ?? '')}, now ${quoted(change.after ?? '')}.`;
    }
  },
};
