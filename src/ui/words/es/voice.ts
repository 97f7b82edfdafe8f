/** Words about who spoke, in Spanish. Published shares are what was found elsewhere, never a target. */
import type { voice as en } from '../en/voice.ts';
import { plain } from './plain.ts';

const minutes = (ms: number): string => plain.counted(Math.round(ms / 60_000), 'minuto');

export const voice: typeof en = {
  whoSpoke: 'Quién habló',
  role: 'Rol',
  here: 'Aquí',
  found: 'Lo hallado en el estudio',
  basis: ({ mode, total, samples }) => (mode === 'pulse' ? plain.counted(samples, 'muestra') : `${minutes(total)} de conversación`),
  give: (points) => `más o menos ${String(Math.max(1, Math.round(points)))}`,
  foundIs: (share) => `hallado: ${share}`,
  caution: (reference) =>
    (reference === undefined
      ? ''
      : `Líneas verticales: lo que ${reference.source} hallaron en ${String(reference.year)} en 109 reuniones de secundaria dirigidas por maestros. No es una meta. Hablar no es influir, y algunas familias prefieren escuchar.`),
  crosstalk: (share) => `Varios a la vez: ${share} de la conversación, fuera de los porcentajes.`,
};
