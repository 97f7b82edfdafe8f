/** Forms that schools use can be said as roadmaps, and their scales by the four answers. */
import { describe, expect, it } from 'vitest';
import { askedItems, askedPhases } from '#domain/roadmap/asked-items.ts';
import { publishedFrom } from '#domain/roadmap/publish.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { bookOf, carried, previewOf, thereAndBack } from './books.ts';
import { realForms } from './real-forms.ts';

function published(name: keyof typeof realForms): Roadmap {
  const roadmap = publishedFrom(realForms[name], { version: '1', onDate: '2026-11-24' });
  if (!roadmap.ok) throw new Error(JSON.stringify(roadmap.error));
  return roadmap.value;
}
const askedIn = (roadmap: Roadmap, ...conditions: string[]): string[] => [...askedItems(askedPhases(roadmap, new Set(conditions))).keys()];

describe('an observation form in use, built by the commands of the editor', () => {
  it.each([['supervisor', 10, 3], ['fidelity', 8, 3], ['review', 7, 3]] as const)('%s is a roadmap without faults, and comes back from every form', async (name, items, phases) => {
    const roadmap = published(name);
    expect([roadmap.items.length, roadmap.phases.length]).toEqual([items, phases]);
    for (const form of ['json', 'csv', 'xlsform'] as const) {
      const { roadmap: back, notFitting } = await thereAndBack(roadmap, form);
      expect(notFitting).toEqual([]);
      expect(back).toEqual(form === 'json' ? roadmap : carried(roadmap));
    }
  });

  it('asks by the kind of meeting, any or all of its conditions', () => {
    const review = published('review');
    const first = 'item-1-1';
    expect(askedIn(review)).toEqual(['item-2-2', 'item-3-1']);
    expect(askedIn(review, 'initial')).toContain(first);
    expect(askedIn(review, 'reevaluation')).toEqual(expect.arrayContaining([first, 'item-1-3']));
    expect(askedIn(review, 'initial')).not.toContain('item-1-2');
    expect(askedIn(review, 'initial', 'own-consent-late')).toContain('item-1-2');
  });
});

/** Forms by what they rate on; what other scales need is said to the leader before they come in. */
const scales: readonly (readonly [form: string, choices: readonly string[], as: 'fits' | 'fits without Partly' | 'only when wished'])[] = [
  ['tick boxes of a candidate’s observation', ['Yes', 'No'], 'fits without Partly'],
  ['a supervisor’s checklist', ['+ observed', '- not observed'], 'fits without Partly'],
  ['a rubric of teachers in meetings, four levels', ['1 - beginning', '2 - developing', '3 - proficient', '4 - exemplary'], 'only when wished'],
  ['a rubric of quality, two ends named', ['1 unacceptable', '2', '3 acceptable'], 'only when wished'],
  ['a checklist of two columns', ['Yes', 'No', 'N/A'], 'fits without Partly'],
  ['a self-assessment of procedure', ['Yes', 'No'], 'fits without Partly'],
  ['a review of timelines', ['In compliance', 'Not in compliance (reason)', 'Not applicable'], 'fits without Partly'],
  ['a checklist of transition plans', ['Y', 'N', 'NA'], 'fits without Partly'],
  ['a measure of team observation', ['present', 'absent', 'not applicable'], 'fits without Partly'],
  ['a fidelity checklist', ['0 not started', '1 partial', '2 full'], 'fits'],
  ['an inventory in points', ['0', '1', '2'], 'fits'],
  ['a survey of opportunity', ['Full opportunity', 'Some opportunity', 'No opportunity'], 'fits'],
  ['a survey of effect', ['Improved', 'Little', 'Harmed'], 'only when wished'],
  ['a survey of agreement', ['Strongly agree', 'Agree', 'Neither', 'Disagree', 'Strongly disagree'], 'only when wished'],
];

describe('the scale of a form in use', () => {
  it.each(scales)('%s', async (_, choices, as) => {
    const book = bookOf({
      survey: [['type', 'name', 'label'], ['select_one scale', 'q', 'Question'], ['acknowledge', 'tick', 'A box to tick']],
      choices: [['list_name', 'name', 'label'], ...choices.map((label, at) => ['scale', `c${String(at)}`, label])],
    });
    const { roadmap, notFitting } = await previewOf(book);
    const question = roadmap.items.find(({ id }) => id === 'q');
    expect(question?.allowPartly).toBe(as === 'only when wished' ? undefined : as === 'fits');
    expect(notFitting.map(({ why }) => why)).toEqual(as === 'only when wished' ? ['scale'] : []);
    const wished = await previewOf(book, { otherScales: true });
    expect(wished.roadmap.items.map(({ id }) => id)).toEqual(['q', 'tick']);
    expect(wished.notFitting.map(({ why }) => why)).toEqual(as === 'only when wished' ? ['scale-taken'] : []);
  });
});
