/** Arbitrary commands of the roadmap editor, and drafts that came about by them. */
import fc from 'fast-check';
import { chainLinks } from '#domain/entry.ts';
import { chosenConditions } from '#domain/meeting/meeting-type.ts';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { carriedOut, draftFrom, emptyDraft, type DraftCommand, type RoadmapDraft } from '#domain/roadmap/draft.ts';
import { languages } from '#domain/roadmap/limits.ts';
import { itemKinds, legalForces, stages, type Roadmap } from '#domain/roadmap/roadmap.ts';

/** Which of what is there a command takes: a number that is counted round. */
const which = fc.nat({ max: 200 });
const words = fc.constantFrom('Tidy', 'Goals named', 'Meta medible', '<b>bold</b>', 'عائلة', '家庭の言葉', '👩‍👧 heard', 'x'.repeat(40));
const maybe = fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom('', ' ', 'y'.repeat(500), 'a\u202eb', 'a\nb') });
const field = fc.constantFrom('label', 'lookFor', 'coachingMove', 'citation');

type Step = (draft: RoadmapDraft) => DraftCommand;
const at = (list: readonly { readonly id: string }[] | undefined, number: number): string => list?.[number % Math.max(1, list.length)]?.id ?? 'nowhere';

/** One command, told by what it does to whatever draft it meets. */
const step: fc.Arbitrary<Step> = fc.oneof<fc.Arbitrary<Step>[]>(
  maybe.map((title): Step => () => ({ type: 'set-title', title })),
  fc.tuple(which, fc.constantFrom(...stages), words).map(([index, stage, title]): Step => () => ({ type: 'add-phase', stage, index, change: { title } })),
  fc.tuple(which, maybe, fc.option(fc.integer({ min: -5, max: 700 }), { nil: undefined }), fc.constantFrom(...stages))
    .map(([phase, title, minutes, stage]): Step => ({ roadmap }) => ({ type: 'set-phase', phase: at(roadmap.phases, phase), change: { title, minutes, stage } })),
  fc.tuple(which, which).map(([phase, index]): Step => ({ roadmap }) => ({ type: 'move-phase', phase: at(roadmap.phases, phase), index })),
  which.map((phase): Step => ({ roadmap }) => ({ type: 'retire-phase', phase: at(roadmap.phases, phase) })),
  fc.tuple(which, which, words).map(([phase, index, label]): Step => ({ roadmap }) => ({ type: 'add-item', phase: at(roadmap.phases, phase), index, change: { label } })),
  fc.tuple(which, field, maybe).map(([item, name, text]): Step => ({ roadmap }) => ({ type: 'set-item', item: at(roadmap.items, item), change: { [name]: text } })),
  fc.tuple(which, fc.constantFrom(...itemKinds), fc.constantFrom(...legalForces), fc.constantFrom('', ...chainLinks), fc.boolean())
    .map(([item, kind, legalForce, chainLink, core]): Step => ({ roadmap }) => ({ type: 'set-item', item: at(roadmap.items, item), change: { kind, legalForce, chainLink, core } })),
  fc.tuple(which, fc.subarray([...chosenConditions]), fc.constantFrom('any', 'all', undefined))
    .map(([item, appliesWhen, match]): Step => ({ roadmap }) => ({ type: 'set-item', item: at(roadmap.items, item), change: { appliesWhen, match } })),
  fc.tuple(which, which, which).map(([item, phase, index]): Step => ({ roadmap }) => ({ type: 'move-item', item: at(roadmap.items, item), phase: at(roadmap.phases, phase), index })),
  which.map((item): Step => ({ roadmap }) => ({ type: 'retire-item', item: at(roadmap.items, item) })),
  which.map((item): Step => ({ roadmap }) => ({ type: 'bring-back-item', item: at(roadmap.retired, item) })),
  fc.tuple(which, fc.array(words, { maxLength: 4 })).map(([item, labels]): Step => ({ roadmap }) => ({ type: 'split-item', item: at(roadmap.items, item), labels })),
  fc.array(which, { maxLength: 4 }).map((items): Step => ({ roadmap }) => ({ type: 'merge-items', items: items.map((item) => at(roadmap.items, item)) })),
  words.map((label): Step => () => ({ type: 'add-condition', change: { label } })),
  fc.tuple(which, which).map(([one, other]): Step => ({ roadmap }) => ({ type: 'set-condition', condition: at(roadmap.conditions, one), change: { of: [at(roadmap.conditions, other), 'interpreter'] } })),
  fc.tuple(which, which).map(([item, condition]): Step => ({ roadmap }) => ({ type: 'set-item', item: at(roadmap.items, item), change: { appliesWhen: [at(roadmap.conditions, condition)] } })),
  which.map((condition): Step => ({ roadmap }) => ({ type: 'remove-condition', condition: at(roadmap.conditions, condition) })),
  fc.tuple(which, fc.constantFrom(...languages), maybe)
    .map(([item, language, text]): Step => ({ roadmap }) => ({ type: 'set-translation', language, at: { kind: 'item', id: at(roadmap.items, item), field: 'label' }, text })),
  fc.tuple(which, maybe).map(([phase, text]): Step => ({ roadmap }) => ({ type: 'set-translation', language: 'es', at: { kind: 'phase', id: at(roadmap.phases, phase), field: 'title' }, text })),
  fc.tuple(maybe, fc.integer({ min: -1, max: 4_000 })).map(([purpose, days]): Step => () => ({ type: 'set-district', change: { purpose, timeLimits: { 'pwn-sent': { days } } } })),
);

/** Few ids, so that some are taken already. */
const newId = fc.constantFrom('tidy', 'goal-from-need', 'interpreter', 'n1', 'n2', 'n3', 'z'.repeat(80));

/** Steps to carry out one after another. */
export const steps: fc.Arbitrary<readonly (readonly [Step, string])[]> = fc.array(fc.tuple(step, newId), { maxLength: 25 });

/** What a draft may be begun from: the shipped roadmap's next version, a copy of it, or nothing. */
export const begun: fc.Arbitrary<RoadmapDraft> = fc.constantFrom(
  draftFrom(defaultRoadmap()), draftFrom(defaultRoadmap(), { asCopyWithId: 'our-own' }), emptyDraft('our-own', 'Our own'),
);

/** The draft after all steps. */
export const after = (draft: RoadmapDraft, all: readonly (readonly [Step, string])[]): RoadmapDraft =>
  all.reduce((now, [make, id]) => carriedOut(now, make(now), id), draft);

/** Names with which nothing is wrong, for what only needs some. */
export const mended = ({ roadmap, base }: RoadmapDraft): RoadmapDraft => {
  const own = new Set(roadmap.conditions?.map(({ id }) => id));
  const plain = (text: string): string => (/^[\p{L} ]{1,30}$/u.test(text) ? text : 'Plain');
  const mend: Roadmap = {
    ...roadmap, title: plain(roadmap.title),
    phases: roadmap.phases.map((phase) => ({ ...phase, title: plain(phase.title), minutes: 5 })),
    items: roadmap.items.map((item) => ({
      ...item, label: plain(item.label).trim() || 'Plain', lookFor: '', citation: '', coachingMove: '',
      appliesWhen: item.appliesWhen.filter((id) => own.has(id) || id !== 'nowhere').filter((id) => own.has(id) || chosenConditions.some((known) => known === id)),
    })),
    ...(roadmap.conditions ? { conditions: roadmap.conditions.map(({ id }) => ({ id, label: 'Plain' })) } : {}),
    district: { purpose: 'Support' },
    translations: { es: { title: 'Hoja' } },
  };
  return { roadmap: mend, base };
};
