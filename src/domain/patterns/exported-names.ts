/** Schools and teams as a file names them: by name, or as roles by their place in the alphabet. */
import type { TableKind } from '../record/table.ts';
import { schoolKeyOf, teamKeyOf } from './pattern-set.ts';
import type { Choices, Filter } from './filter.ts';
import type { Scope } from './window.ts';

/** `School 1`, `Team 3`. */
export interface RoleWords {
  readonly school: (number: number) => string;
  readonly team: (number: number) => string;
}

interface Place {
  readonly school: string;
  readonly team: string;
}

export interface Namer {
  readonly scope: (scope: Scope) => Scope;
  readonly filter: (filter: Filter) => Filter;
  readonly group: (place: Place) => string;
}

/** Names within one report. A role is the same in all its parts, since it counts the schools of the whole set. */
export function namerOf({ schools, teams }: Pick<Choices, 'schools' | 'teams'>, kind: TableKind, roles: RoleWords): Namer {
  const isNamed = kind === 'identified';
  const schoolAt = new Map(schools.map((one, at) => [schoolKeyOf(one), at + 1]));
  const teamAt = new Map(teams.map((one, at) => [teamKeyOf(one), at + 1]));
  const school = (name: string): string => (isNamed || name === '' ? name : roles.school(schoolAt.get(schoolKeyOf({ school: name })) ?? schools.length + 1));
  const team = (place: Place): string => (isNamed || place.team === '' ? place.team : roles.team(teamAt.get(teamKeyOf(place)) ?? teams.length + 1));
  return {
    scope: (scope) => ({ ...scope, school: school(scope.school), team: team(scope) }),
    filter: (filter) => ({
      ...filter, from: filter.from?.slice(0, 7) ?? null, to: filter.to?.slice(0, 7) ?? null,
      schools: filter.schools.map(school), teams: filter.teams.map((one) => ({ school: school(one.school), team: team(one) })),
    }),
    group: (place) => [team(place), school(place.school)].filter((part) => part !== '').join(', '),
  };
}
