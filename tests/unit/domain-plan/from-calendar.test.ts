import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhaseId } from '#domain/ids.ts';
import { guessCode, guessMeeting, guessRoom } from '#domain/meeting/guess-from-words.ts';
import { spreadMinutes } from '#domain/meeting/spread-minutes.ts';

describe('words of a calendar', () => {
  test.each([
    ['Annual IEP R-14', true, 'annual'], ['3 year re-eval', true, 'reevaluation'], ['Triennial', true, 'reevaluation'], ['MDR', false, 'manifestation'],
    ['Manifestation determination', true, 'manifestation'], ['Initial eligibility', true, 'initial-eligibility'], ['Initial IEP', true, 'initial-iep'],
    ['IEP transition planning', true, 'transition'], ['Part C to B', true, 'part-c'], ['IEP amendment', true, 'amendment'], ['ARD', true, 'annual'],
    ['Annual fire drill', false, 'annual'], ['Card game', false, 'annual'], ['Transfer student IEP', true, 'transfer-in'], ['', false, 'annual'],
    ['Revisión anual R-14', true, 'annual'], ['Revision anual', true, 'annual'], ['Revisión anual'.normalize('NFD'), true, 'annual'], ['PEI', true, 'annual'],
    ['Reevaluación', true, 'reevaluation'], ['Revisión trienal', true, 'reevaluation'], ['Determinación de manifestación', true, 'manifestation'],
    ['Elegibilidad', true, 'initial-eligibility'], ['PEI inicial', true, 'initial-iep'], ['Transición de la Parte C a la Parte B', true, 'part-c'],
    ['Enmienda del PEI', true, 'amendment'], ['PEI, transición', true, 'transition'], ['PEI pedido por la familia', true, 'parent-requested'],
    ['Traslado, PEI', true, 'transfer-in'], ['Peine y tijeras', false, 'annual'], ['Reunión de padres', false, 'annual'],
  ] as const)('%s', (words, looksLikeOne, type) => {
    expect(guessMeeting(words)).toEqual({ looksLikeOne, type });
  });

  test.each([
    ['Annual IEP R-14', 'R-14'], ['M07 reevaluation', 'M07'], ['IEP Room B12', ''], ['IEP-2026', ''], ['R-14 and K-07', ''], ['Maria Lopez', ''],
    ['IEP 3/4/2015', ''], ['id 12345', ''], ['Q2 IEP', ''], ['XABC-14', ''], ['R-14567', ''],
    ['Revisión anual K-07, Salón B12', 'K-07'], ['PEI 12', ''], ['Reevaluación, aula B12', ''],
  ])('the code in %s is %s', (words, code) => {
    expect(guessCode(words)).toBe(code);
  });

  test('a room is what is left without addresses', () => {
    expect(guessRoom('Room 112; https://meet.example/j/1?pwd=x')).toBe('Room 112');
    expect(guessRoom('maria.lopez@school.example')).toBe('');
  });
});

test('minutes are shared out in whole ones that add up', () => {
  const planned = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 60 }), { minKeys: 1 });
  fc.assert(fc.property(planned, fc.integer({ min: 10, max: 480 }), (phases, total) => {
    const before = new Map(Object.entries(phases)) as unknown as ReadonlyMap<PhaseId, number>; // ids are texts
    const sum = [...before.values()].reduce((all, minutes) => all + minutes, 0);
    const [edit] = spreadMinutes(before, total);
    if (sum === 0 || sum === total) expect(edit).toBeUndefined();
    else if (edit?.kind === 'minutes') expect(Object.values(edit.value?.byPhase ?? {}).reduce((all, minutes) => all + minutes, 0)).toBe(total);
    else throw new Error('no minutes');
  }));
  expect(spreadMinutes(new Map([['a', 60]]), 5)).toEqual([]);
});
