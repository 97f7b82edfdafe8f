/** Words of the choice of a language, in Spanish. Languages are called by their own names. */
import { language as en } from '../en/language.ts';

export const language: typeof en = {
  choose: 'Idioma',
  names: en.names,
  notHere: 'Sus palabras aún no están en esta tableta. Llegan cuando la aplicación se abre con wifi.',
};
