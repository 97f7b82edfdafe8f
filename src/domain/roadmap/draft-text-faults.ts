/** The faults of a draft's translations and of the district's settings in it. */
import { isCodePattern } from './code-pattern.ts';
import { must, textFaults, type DraftFault, type FaultPlace } from './fault.ts';
import { languages, limits } from './limits.ts';
import type { Roadmap } from './roadmap.ts';

const itemLimits = { label: limits.label, lookFor: limits.text, coachingMove: limits.text } as const;
const phaseLimits = { title: limits.phaseTitle, shortTitle: limits.shortTitle, purpose: limits.text } as const;
const conditionLimits = { label: limits.label } as const;

/** Of all texts in other languages. Those of what is not there any more are left out when it is published. */
export function translationFaults(roadmap: Roadmap): DraftFault[] {
  const { translations } = roadmap;
  if (!translations) return [];
  const here = { phase: idsOf(roadmap.phases), item: idsOf(roadmap.items), condition: idsOf(roadmap.conditions ?? []) };
  return languages.flatMap((language) => {
    const { title = '', phases = {}, items = {}, conditions = {} } = translations[language] ?? {};
    const texts = (kind: keyof typeof here, byId: Readonly<Record<string, object>>, most: Readonly<Record<string, number>>): DraftFault[] =>
      Object.entries(byId).filter(([id]) => here[kind].has(id)).flatMap(([id, fields]) => Object.entries(fields).flatMap(([field, text]) =>
        typeof text === 'string' ? textFaults({ kind, id, field: `${language}.${field}` }, text, most[field] ?? limits.text) : []));
    return [
      ...textFaults({ kind: 'roadmap', id: roadmap.id, field: `${language}.title` }, title, limits.title),
      ...texts('phase', phases, phaseLimits), ...texts('item', items, itemLimits), ...texts('condition', conditions, conditionLimits),
    ];
  });
}

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));

/** Of the district's settings. */
export function districtFaults({ id, district }: Roadmap): DraftFault[] {
  if (!district) return [];
  const at = (field: string): FaultPlace => ({ kind: 'roadmap', id, field: `district.${field}` });
  const { purpose = '', codePattern = '', timeLimits = {}, retentionMonths } = district;
  const badMonths = retentionMonths !== undefined && !isWhole(retentionMonths, 1, limits.retentionMonths);
  return [
    ...textFaults(at('purpose'), purpose, limits.purposeLine),
    ...textFaults(at('codePattern'), codePattern, limits.codePattern),
    ...(isCodePattern(codePattern) ? [] : [must(at('codePattern'), { type: 'bad-pattern' })]),
    ...Object.entries(timeLimits).flatMap(([name, { days, source = '' }]) => [
      ...(isWhole(days, 0, limits.days) ? [] : [must(at(`timeLimits.${name}.days`), { type: 'bad-days', most: limits.days })]),
      ...textFaults(at(`timeLimits.${name}.source`), source, limits.source),
    ]),
    ...(badMonths ? [must(at('retentionMonths'), { type: 'bad-months', most: limits.retentionMonths })] : []),
  ];
}

const isWhole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;
