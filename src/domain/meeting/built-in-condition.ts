/** Conditions of the app's own, which no roadmap can define anew. */
import { chosenConditions, meetingTypes, typeConditions } from './meeting-type.ts';

/** True for a condition that the app itself knows, asked or following from a type. */
export const isBuiltInCondition = (id: string): boolean =>
  chosenConditions.some((chosen) => chosen === id) || meetingTypes.some((type) => typeConditions[type].includes(id));
