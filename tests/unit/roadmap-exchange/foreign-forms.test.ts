/** XLSForms as other tools write them, by the public reference; the workbooks come from an unrelated library. */
import { describe, expect, it } from 'vitest';
import type { NotFitting } from '#intake/roadmap/preview.ts';
import { answersOf } from '#intake/roadmap/xlsform/answers.ts';
import { parseRelevant } from '#intake/roadmap/xlsform/relevant.ts';
import { bookOf, obstacleOf, previewOf } from './books.ts';

const yesNo = [['yes_no', 'yes', 'Yes'], ['yes_no', 'no', 'No'], ['seen', '1', 'Observed'], ['seen', '0', 'Not observed'], ['seen', '9', 'N/A']] as const;
const choices = (more: readonly (readonly [string, string | number, string])[] = []): (string | number)[][] => [['list_name', 'name', 'label'], ...yesNo.map((row) => [...row]), ...more.map((row) => [...row])];
const head = ['type', 'name', 'label', 'hint', 'relevant'];
const told = (lines: readonly NotFitting[]): string[] => lines.map(({ sheet, row, why, about }) => `${sheet} ${String(row)} ${why}: ${about}`);

describe('a form of another tool', () => {
  it('becomes phases and items with what to look for', async () => {
    const { roadmap, notFitting } = await previewOf(bookOf({
      survey: [
        head,
        ['begin group', 'opening', 'Opening', '', ''],
        ['note', 'why', 'How the meeting begins.', '', ''],
        ['select_one seen', 'agenda', 'An agenda was shown', 'On paper or on a screen', ''],
        ['select_one yes_no', 'jargon', 'Talk was free of jargon', '', ''],
        ['end group', '', '', '', ''],
        ['begin_group', 'closing', 'Closing', '', ''],
        ['select one from seen', 'thanks', 'The family was thanked', '', ''],
        ['end_group', '', '', '', ''],
      ],
      choices: choices(),
      settings: [['form_title', 'form_id', 'version'], ['Candidate observation', 'candidate_obs', 2024]],
    }));
    expect(notFitting).toEqual([]);
    expect(roadmap).toMatchObject({ id: 'candidate-obs', version: '2024', title: 'Candidate observation' });
    expect(roadmap.phases.map(({ id, title, stage, purpose }) => ({ id, title, stage, purpose }))).toEqual([
      { id: 'opening', title: 'Opening', stage: 'during', purpose: 'How the meeting begins.' },
      { id: 'closing', title: 'Closing', stage: 'during', purpose: '' },
    ]);
    expect(roadmap.items.map(({ id, phase, label, lookFor, allowPartly }) => [id, phase, label, lookFor, allowPartly])).toEqual([
      ['agenda', 'opening', 'An agenda was shown', 'On paper or on a screen', false],
      ['jargon', 'opening', 'Talk was free of jargon', '', false],
      ['thanks', 'closing', 'The family was thanked', '', false],
    ]);
  });

  it('tells every row and column that has no place, with its number', async () => {
    const { roadmap, notFitting } = await previewOf(bookOf({
      survey: [
        [...head, 'constraint', 'required', 'media::image'],
        ['start', 'started', '', '', '', '', '', ''],
        ['begin_group', 'all', 'All', '', '', '', '', ''],
        ['text', 'comment', 'Comment', '', '', '', '', ''],
        ['integer', 'people', 'How many people?', '', '', '. < 40', '', ''],
        ['calculate', 'sum', '', '', '', '', '', ''],
        ['select_one yes_no', 'goal', 'A goal was named', '', "${people} > 3", '', 'yes', 'goal.png'],
        ['select_multiple seen', 'who', 'Who spoke?', '', '', '', '', ''],
        ['select_one likert', 'felt', 'I felt heard', '', '', '', '', ''],
        ['select_one gone', 'lost', 'Lost list', '', '', '', '', ''],
        ['begin_repeat', 'each', 'Each goal', '', '', '', '', ''],
        ['select_one seen', 'measurable', 'It is measurable', '', '', '', '', ''],
        ['end_repeat', '', '', '', '', '', '', ''],
        ['range', 'level', 'Level', '', '', '', '', ''],
        ['end_group', '', '', '', '', '', '', ''],
        ['end_group', '', '', '', '', '', '', ''],
      ],
      choices: choices([['likert', '1', 'Strongly disagree'], ['likert', '2', 'Disagree'], ['likert', '3', 'Neutral'], ['likert', '4', 'Agree'], ['likert', '5', 'Strongly agree']]),
      settings: [['form_title', 'submission_url'], ['Form', 'https://example.org']],
      entities: [['list_name'], ['x']],
    }));
    expect(told(notFitting)).toEqual([
      'survey 0 sheet: entities', 'survey 2 metadata: start', 'survey 4 type: text', 'survey 5 type: integer', 'survey 6 type: calculate',
      'survey 7 relevant: ${people} > 3', 'survey 7 column: required', 'survey 7 column: media::image', 'survey 8 type: select_multiple',
      'survey 9 scale: Strongly disagree, Disagree, Neutral, Agree, Strongly agree', 'survey 10 list-missing: gone',
      'survey 11 repeat: Each goal', 'survey 11 nested: Each goal', 'survey 14 type: range', 'survey 16 unbalanced: ', 'settings 2 column: submission_url',
    ]);
    expect(roadmap.items.map(({ id, phase }) => [id, phase])).toEqual([['goal', 'all'], ['measurable', 'each']]);
    expect(roadmap.items[0]?.appliesWhen).toEqual([]);
  });

  it('takes over other scales with the four answers when that is wished, and tells it', async () => {
    const book = bookOf({ survey: [head, ['select_one four', 'q', 'Question', '', '']], choices: [['list_name', 'name', 'label'], ...[1, 2, 3, 4].map((step) => ['four', step, `Level ${String(step)}`])] });
    expect(await obstacleOf(book)).toMatchObject({ type: 'NothingFits', notFitting: [{ row: 2, why: 'scale' }] });
    const { roadmap, notFitting } = await previewOf(book, { otherScales: true });
    expect(roadmap.items).toMatchObject([{ id: 'q', allowPartly: true }]);
    expect(notFitting).toMatchObject([{ row: 2, why: 'scale-taken' }]);
  });

  it('makes conditions of what others hang on: any, all, of a group, of the app', async () => {
    const { roadmap, becameConditions, notFitting } = await previewOf(bookOf({
      survey: [
        head,
        ['select_one yes_no', 'interpreter', 'Is there an interpreter?', '', ''],
        ['select_multiple who', 'present', 'Who is here?', '', ''],
        ['select_one seen', 'rated', 'A rating', '', ''],
        ['begin_group', 'g', 'Group', '', "${interpreter} = 'yes'"],
        ['select_one seen', 'a', 'Item a', '', ''],
        ['select_one seen', 'b', 'Item b', '', "selected(${present}, 'dad')"],
        ['end_group', '', '', '', ''],
        ['select_one seen', 'c', 'Item c', '', "(${interpreter} = 'no') or selected(${present}, 'mom')"],
        ['select_one seen', 'd', 'Item d', '', "${rated} = '1'"],
      ],
      choices: choices([['who', 'mom', 'Mother'], ['who', 'dad', 'Father']]),
    }));
    const byId = Object.fromEntries(roadmap.items.map(({ id, appliesWhen, match }) => [id, [appliesWhen, match]]));
    expect(byId).toEqual({
      rated: [[], undefined], a: [['interpreter'], undefined], b: [['interpreter', 'present-dad'], 'all'], c: [['interpreter-no', 'present-mom'], undefined], d: [[], undefined],
    });
    expect(becameConditions.map(({ id, isOwn, row }) => [id, isOwn, row])).toEqual([['interpreter', false, 2], ['present-dad', true, 3], ['interpreter-no', true, 2], ['present-mom', true, 3]]);
    expect(roadmap.conditions).toMatchObject([{ id: 'present-dad', label: 'Who is here?: Father' }, { id: 'interpreter-no' }, { id: 'present-mom' }]);
    expect(told(notFitting)).toEqual(["survey 10 relevant: ${rated} = '1'"]);
  });

  it('reads two languages, and tells of a third', async () => {
    const { roadmap, notFitting } = await previewOf(bookOf({
      survey: [
        ['type', 'name', 'label::English (en)', 'label::Español (es)', 'label::Hmong', 'hint::English (en)', 'hint::Español (es)'],
        ['begin_group', 'g', 'Group', 'Grupo', 'Pab', '', ''], ['select_one seen', 'a', 'Item', 'Indicador', 'Yam', 'Look', 'Mirar'], ['end_group'],
      ],
      choices: [['list_name', 'name', 'label::English (en)', 'label::Español (es)'], ['seen', 'y', 'Yes', 'Sí'], ['seen', 'n', 'No', 'No']],
      settings: [['default_language'], ['English (en)']],
    }));
    expect(roadmap.items).toMatchObject([{ label: 'Item', lookFor: 'Look' }]);
    expect(roadmap.translations).toEqual({ es: { phases: { g: { title: 'Grupo' } }, items: { a: { label: 'Indicador', lookFor: 'Mirar' } } } });
    expect(told(notFitting)).toEqual(['survey 1 language: label::Hmong']);
  });

  it('keeps a long label whole under what to look for', async () => {
    const long = 'The team explains every acronym that it uses to the family, also those of services';
    const { roadmap, notFitting } = await previewOf(bookOf({ survey: [head, ['select_one seen', 'a', long, 'Ask once', '']], choices: choices() }, { bookSST: true }));
    expect(roadmap.items[0]?.label).toMatch(/^The team explains .*…$/u);
    expect(roadmap.items[0]?.label.length).toBeLessThanOrEqual(60);
    expect(roadmap.items[0]?.lookFor).toBe(`${long} Ask once`);
    expect(notFitting).toMatchObject([{ row: 2, why: 'label-long' }]);
  });
});

describe('the scale of a form', () => {
  const of = (...labels: string[]): string | null => { const answers = answersOf(labels.map((label, at) => ({ name: String(at), label }))); return answers && [...answers.values()].join(' '); };
  it.each([
    [['Yes', 'No'], 'yes no'], [['Y', 'N', 'NA'], 'yes no na'], [['+ observed', '- not observed'], 'yes no'], [['In compliance', 'Not in compliance (give a reason)', 'N/A'], 'yes no na'],
    [['0 not started', '1 partial', '2 full'], 'no partly yes'], [['0', '1', '2'], 'no partly yes'], [['Full opportunity', 'Some opportunity', 'No opportunity'], 'yes partly no'],
    [['Present', 'Absent', 'Not applicable'], 'yes no na'], [['Sí', 'En parte', 'Aún no', 'No corresponde'], 'yes partly no na'], [['Yes', 'Partly', 'Not yet', 'N/A'], 'yes partly no na'],
  ])('%j is the four answers', (labels, answers) => { expect(of(...labels)).toBe(answers); });
  it.each([[['1', '2', '3', '4']], [['Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree']], [['Improved', 'Little change', 'Harmed']], [['Yes', 'Yes, fully', 'No']], [['Yes', 'N/A']], [['1', '2', '3']]])(
    '%j is another one', (labels) => { expect(of(...labels)).toBeNull(); });
});

describe('when a question is asked', () => {
  it.each([
    ["${a} = 'yes'", 'any a=yes'], ["${a}='1' or ${b} = 2", 'any a=1 b=2'], ["${a} = 'x' and (selected(${b}, 'y'))", 'all a=x b=y'], ["'x' = ${ a }", 'any a=x'],
    ["${a} = 'x' and ${b} = 'y' or ${c} = 'z'", null], ['${a} > 3', null], ["not(${a} = 'x')", null], ["${a} != 'x'", null], ["${a} = 'x' or", null], ['', null], ['('.repeat(5_000), null],
    [`${'('.repeat(40)}\${a} = 'x'${')'.repeat(40)}`, null], [Array.from({ length: 60 }, (_, at) => `\${q${String(at)}} = 'x'`).join(' or '), null],
  ])('%s', (text, expected) => {
    const found = parseRelevant(text);
    expect(found && `${found.match} ${found.terms.map(({ name, value }) => `${name}=${value}`).join(' ')}`).toBe(expected);
  });
});
