import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookLikeAName, suspectSpans } from '#domain/meeting/names-guard.ts';

const found = (text: string): string[] => suspectSpans(text).map(({ from, to, why }) => `${why}: ${text.slice(from, to)}`);

describe('the names guard underlines', () => {
  it.each([
    ['asked Maria about mornings', ['name: Maria']],
    ['Maria said that mornings are hard', ['name: Maria']],
    ['so that Maria Lopez-García can follow', ['name: Maria Lopez-García']],
    ["we heard O'Brien's view and McDonald’s", ["name: O'Brien", 'name: McDonald']],
    ['thanked Mr. Alvarez twice', ['name: Alvarez']],
    ['Ms. Nguyen led the talk', ['name: Nguyen']],
    ['said Ángel and Zoë', ['name: Ángel', 'name: Zoë']],
    ['born 3/14/2017 in town', ['birth-date: 3/14/2017']],
    ['dob 2017-03-14.', ['birth-date: 2017-03-14']],
    ['since March 14, 2017 at least', ['birth-date: March 14, 2017']],
    ['state number 1234567890', ['id-number: 1234567890']],
    ['ssn 123-45-6789', ['id-number: 123-45-6789']],
    ['call 602-555-0147', ['id-number: 602-555-0147']],
    ['ID 40213 on the sheet', ['id-number: 40213']],
    ['se le preguntó a María Fernanda López por las mañanas', ['name: María Fernanda López']],
    ['María dijo que las mañanas cuestan. Óscar también.', ['name: María', 'name: Óscar']],
    ['habló la Sra. Luna, y la maestra Ibáñez después', ['name: Luna', 'name: Ibáñez']],
    ['nació el 14 de marzo de 2017', ['birth-date: 14 de marzo de 2017']],
    ['matrícula 40213', ['id-number: 40213']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });
});

describe('the names guard leaves alone', () => {
  it.each([
    'Restated the decision in plain words. Family asked a question.',
    'the IEP and the LEA rep, in Spanish and English',
    'Data first: Reading fluency at 62 words. Then Goals!',
    'on Monday the Principal named Woodcock-Johnson scores',
    '- Options compared\n- Placement last',
    'from 10:30 to 11:15, 45 of 60 minutes, grade 4, room 12',
    '34 CFR 300.320(a)(1) and page 3/4',
    'by June 2027, 5 of 12',
    'Mom and Dad, the SLP and the OT',
    '“Restated” by the IEP-team',
    'Primero se preguntó a la familia. Después habló el equipo. Así quedó claro.',
    'Se nombró la meta: Leer instrucciones. ¿Cómo se mide? ¡Bien dicho! y luego ¿Quién lo hace?',
    'Según el PEI, la Maestra de Educación Especial y el Representante de la LEA explicaron los Niveles Actuales',
    'Los datos del otoño, en Español e Inglés, antes de Navidad… Luego Usted preguntó el Martes',
    '- Opciones comparadas\n- Ubicación al final\n«Repetido» en palabras sencillas',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('spans', () => {
  it('lie within the text, in order, none over another, whatever is typed', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Maria ', 'Mr. ', '3/14/2017', '1234567', ' ', '. ', '-', "'s "));
    fc.assert(fc.property(fc.array(piece).map((pieces) => pieces.join('')), (text) => {
      let end = 0;
      for (const { from, to } of suspectSpans(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }));
  });

  it.each([
    ['plain words', 'asked about mornings and what helps then. '], ['names', 'Maria Lopez met Juan. '], ['digits', '1234567 '],
    ['one long word', 'a'], ['one long number', '1'], ['capitals', 'A'], ['dashes', 'a-'], ['dates', '3/14/2017 '], ['spaces', ' '],
  ])('of 100,000 characters of %s are found while one types', (_what, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000);
    suspectSpans(text.slice(0, 5_000));
    const times = [1, 2, 3].map(() => {
      const before = performance.now();
      suspectSpans(text);
      return performance.now() - before;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('a student code', () => {
  it.each(['Maria', 'maria', 'Maria L.', 'Lopez, M', 'Zendaya', 'José Ortiz', 'josé', 'maria-04', 'LOPEZ, MARIA'])('%s looks like a name', (code) => {
    expect(lookLikeAName(code)).toBe(true);
  });

  it.each(['', 'M.L.', 'ML', 'S-014', '7B', 'R4-207', 'SAMPLE', 'Student 4', 'Estudiante 4', 'Ejemplo', 'kestrel', 'JR-7', '2026-11'])('%s does not', (code) => {
    expect(lookLikeAName(code)).toBe(false);
  });
});
