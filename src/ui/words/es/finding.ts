/** A finding in plain Spanish: what repeats, in how many of how many, and how sure that is. */
import type { ComparisonId, Finding } from '#domain/patterns/rule.ts';
import type { finding as en, Labels } from '../en/finding.ts';
import { oneDecimal, percent } from '../figures.ts';
import { meeting } from './meeting.ts';
import { pattern } from './pattern.ts';
import { plain } from './plain.ts';

const { counted, inSentence } = plain;
const meetings = (count: number): string => counted(count, 'reunión', 'reuniones');
const quoted = (labels: Labels, item: string): string => `“${labels.get(item) ?? item}”`;

const groups: Record<ComparisonId, readonly [string, string]> = {
  interpreter: ['con intérprete', 'sin intérprete'],
  virtual: ['con alguien por video o teléfono', 'con todos en la sala'],
  'initial-annual': ['en primeras reuniones', 'en revisiones anuales'],
  advocate: ['con defensor', 'sin defensor'],
};

const coverage = {
  'one-team': 'Más de la mitad de sus reuniones son de un mismo equipo.',
  'mostly-yes': 'Casi todo en sus últimas reuniones está marcado Sí.',
  'no-interpreter': 'Ninguna de sus últimas reuniones tuvo intérprete, aunque hay reuniones así.',
  'no-initial': 'Ninguna de sus últimas reuniones fue la primera de un caso, aunque hay reuniones así.',
  'no-transition': 'Ninguna de sus últimas reuniones fue en edad de transición, aunque hay reuniones así.',
} as const;

const signs: Readonly<Partial<Record<Finding['rule'], string>>> = {
  'unclear-roles': 'A menudo no queda claro quién hace qué.',
  'uneven-participation': 'A menudo la palabra se reparte de forma desigual.',
  'data-decision-gap': 'A menudo los datos no llegan a la decisión.',
  'family-voice-missing': 'A menudo falta la voz de la familia.',
  'predetermination-signs': 'Algunas decisiones quizá se toman antes de la reunión.',
  'follow-through-slippage': 'A menudo lo acordado llega tarde.',
  'student-voice-missing': 'A menudo falta la voz del estudiante.',
  'rushed-or-incomplete': 'A menudo las reuniones terminan con prisa o sin acabar.',
  'readiness-gap': 'A menudo las reuniones empiezan antes de que todo esté listo.',
};

const claimOf: typeof en.claimOf = ({ rule, about }, title, labels) => {
  switch (about.type) {
    case 'item':
      if (rule === 'bright-spot') return `${quoted(labels, about.item)} se ve de manera constante.`;
      return rule === 'compliance-risk' ? `Verificar: ${quoted(labels, about.item)} quedó “Aún no” más de una vez.` : `${quoted(labels, about.item)} se ve rara vez.`;
    case 'link':
      return `El hilo de los datos a la ubicación se corta primero en: ${inSentence(meeting.links[about.link])}.`;
    case 'date':
      return `${meeting.dateName(about.name)}: a menudo después del plazo local.`;
    case 'tasks':
      return 'A menudo los próximos pasos se hacen después de su fecha.';
    case 'family-share':
      return `En la reunión del medio, la familia tiene el ${percent(about.median)} de la palabra.`;
    case 'comparison': {
      const [a, b] = groups[about.comparison];
      return about.item === null ? `Las familias hablan de otra manera ${a} que ${b}.` : `${quoted(labels, about.item)} se ve de otra manera ${a} que ${b}.`;
    }
    case 'coverage':
      return coverage[about.gap];
    case 'sign':
      return signs[rule] ?? `${title}.`;
  }
};

const countsOf: typeof en.countsOf = (finding) => {
  const { about, count, of, interval, leftOut } = finding;
  const left = leftOut > 0 ? ` ${counted(leftOut, 'reunión queda', 'reuniones quedan')} fuera, donde no se pudo ver.` : '';
  if (about.type === 'comparison') {
    const [a, b] = about.groups;
    const [withWords, withoutWords] = groups[about.comparison];
    const side = ({ meetings: held, value, of: rated }: typeof a, words: string): string =>
      (about.item === null ? `${percent(value)} en ${meetings(held)} ${words}` : `${oneDecimal(value)} de ${String(rated)} ${words}`);
    return `${side(a, withWords)}, ${side(b, withoutWords)}.${left}`;
  }
  const unit = about.type === 'tasks' ? 'próximos pasos' : 'reuniones';
  const seen = about.type === 'item' && finding.rule !== 'compliance-risk' ? `Visto en ${oneDecimal(count)} de ${String(of)} que se miraron` : `En ${oneDecimal(count)} de ${String(of)} ${unit}`;
  return `${seen}${interval === null ? '' : `, ${pattern.likely(interval)}`}.${left}`;
};

const levelWords: typeof en.levelWords = ({ level, of }) => {
  if (level === 'pattern') return '';
  if (level === 'emerging') return `${meetings(of)}: quizá está surgiendo un patrón.`;
  if (level === 'watch') return 'Vale la pena mirar: son muy pocas, o quizá es solo azar; aún no es un patrón.';
  return `${meetings(of)}: muy pocas para hablar de un patrón.`;
};

const scopeWords: typeof en.scopeWords = ({ scope }) => {
  if (scope.kind === 'school') return `Escuela: ${scope.school}`;
  if (scope.kind === 'team') return `Equipo: ${[scope.team, scope.school].filter((part) => part !== '').join(', ')}`;
  return scope.kind === 'type' ? plain.typeName(scope.type) : '';
};

export const finding: typeof en = { comparisonName: (id) => groups[id], claimOf, countsOf, levelWords, scopeWords };
