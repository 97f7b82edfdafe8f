/**
 * Observation forms in use, rebuilt in our own words by the commands of the editor: a checklist
 * for a supervisor in the room, a fidelity checklist of team meetings, a review of compliance.
 */
import type { ItemFields } from '#domain/roadmap/draft-items.ts';
import { carriedOut, emptyDraft, type DraftCommand, type RoadmapDraft } from '#domain/roadmap/draft.ts';
import type { Stage } from '#domain/roadmap/roadmap.ts';

interface Section {
  readonly title: string;
  readonly stage: Stage;
  readonly items: readonly (readonly [label: string, change?: ItemFields])[];
}

interface Form {
  readonly id: string;
  readonly title: string;
  /** What all of its items have in common, such as the scale. */
  readonly all: ItemFields;
  readonly conditions?: readonly { readonly id: string; readonly label: string; readonly of?: string[]; readonly match?: 'any' | 'all' }[];
  readonly sections: readonly Section[];
}

/** Observed or not, nothing between. */
const supervisor: Form = {
  id: 'supervisor-checklist', title: 'Supervisor’s checklist for an IEP meeting', all: { allowPartly: false, lens: ['compliance', 'instruction'] },
  sections: [
    { title: 'Room and welcome', stage: 'during', items: [
      ['Everyone is introduced by name and job', { kind: 'role' }], ['The purpose of the meeting is said', {}], ['Parents get their rights and a chance to ask', { kind: 'equity', legalForce: 'must-happen', citation: '34 CFR 300.504' }],
      ['An interpreter sits beside the family', { kind: 'equity', appliesWhen: ['interpreter'] }],
    ] },
    { title: 'Content', stage: 'during', items: [
      ['Present levels rest on named data', { chainLink: 'data' }], ['Goals can be measured', { chainLink: 'goal' }], ['Services follow from the goals', { chainLink: 'service' }], ['Placement is decided last', { chainLink: 'placement' }],
    ] },
    { title: 'Paperwork', stage: 'after', items: [['Everyone who must sign has signed', { evidence: 'document' }], ['The family leaves with a copy', { evidence: 'document', kind: 'equity' }]] },
  ],
};

/** Not started, partial, full. */
const fidelity: Form = {
  id: 'team-fidelity', title: 'Fidelity of a team meeting', all: { allowPartly: true },
  sections: [
    { title: 'Foundations', stage: 'before', items: [['The team has a facilitator and a note taker', { kind: 'role', core: true }], ['An agenda went out beforehand', { lookFor: 'A written agenda, one day earlier or more.' }], ['Data were brought in a form that all can read', {}]] },
    { title: 'Problem solving', stage: 'during', items: [['The problem is stated with who, what, when, where', { chainLink: 'data' }], ['A goal says how much by when', { chainLink: 'goal' }], ['Each action has an owner and a date', { coachingMove: 'Ask: who does it, and by which day?' }]] },
    { title: 'Follow-up', stage: 'after', items: [['Last meeting’s actions were looked at', {}], ['Fidelity of what was agreed is watched', {}]] },
  ],
};

/** In compliance or not, or not applicable; asked by the kind of meeting. */
const review: Form = {
  id: 'timeline-review', title: 'Review of timelines and notices', all: { allowPartly: false, lens: ['compliance'], evidence: 'document', legalForce: 'must-happen' },
  conditions: [{ id: 'own-consent-late', label: 'Consent came late' }, { id: 'own-first-or-again', label: 'First evaluation or reevaluation', of: ['initial', 'reevaluation'], match: 'any' }],
  sections: [
    { title: 'Evaluation', stage: 'before', items: [
      ['Evaluated within 60 days of consent', { citation: '34 CFR 300.301(c)', appliesWhen: ['own-first-or-again'] }], ['A reason for the delay is on file', { appliesWhen: ['own-first-or-again', 'own-consent-late'], match: 'all' }],
      ['Reevaluated within three years', { citation: '34 CFR 300.303(b)', appliesWhen: ['reevaluation'] }],
    ] },
    { title: 'Meeting and IEP', stage: 'during', items: [['The IEP was reviewed within a year', { citation: '34 CFR 300.324(b)', appliesWhen: ['annual'] }], ['Notice reached the parents in time', { citation: '34 CFR 300.322' }], ['Excusals were agreed in writing', { citation: '34 CFR 300.321(e)', appliesWhen: ['excused'] }]] },
    { title: 'Afterwards', stage: 'after', items: [['Prior written notice was sent before the change', { citation: '34 CFR 300.503' }]] },
  ],
};

/** The draft after all commands that build the form; ids of phases and items are counted. */
function built({ id, title, all, conditions = [], sections }: Form): RoadmapDraft {
  const commands: (readonly [DraftCommand, string])[] = conditions.map(({ id: condition, ...change }) => [{ type: 'add-condition', change }, condition]);
  for (const [at, section] of sections.entries()) {
    const phase = `section-${String(at + 1)}`;
    commands.push([{ type: 'add-phase', stage: section.stage, index: at, change: { title: section.title } }, phase]);
    for (const [place, [label, change = {}]] of section.items.entries()) {
      commands.push([{ type: 'add-item', phase, index: place, change: { ...all, ...change, label } }, `item-${String(at + 1)}-${String(place + 1)}`]);
    }
  }
  return commands.reduce((draft, [command, newId]) => carriedOut(draft, command, newId), emptyDraft(id, title));
}

export const realForms = { supervisor: built(supervisor), fidelity: built(fidelity), review: built(review) } as const;
