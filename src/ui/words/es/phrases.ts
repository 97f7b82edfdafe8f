/** Phrases of the note bar until the leader changes them, in Spanish. */
import type { phrases as en } from '../en/phrases.ts';

export const phrases: typeof en = {
  first: [
    'Se preguntó primero a la familia, y se le esperó.',
    'Datos nombrados con su fecha.',
    'Necesidad, luego meta, luego servicio.',
    'Términos explicados en el momento.',
    'Decisión repetida en palabras sencillas.',
  ],
};
