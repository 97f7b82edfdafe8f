/** Words of files that are not pages, in Spanish. */
import type { CalendarWords, CodeWords, TablesWords } from '#app/export/file-words.ts';
import type { files as en } from '../en/files.ts';
import { columnMeanings } from './column-meanings.ts';

const purposeLine = 'Para acompañar y apoyar al sistema; no para evaluar al personal.';
const noDeviceOnly = 'Las notas que se quedan en la tableta no están incluidas.';
const namesAreData = 'Los nombres de tablas y columnas, y valores como yes o no, quedan en inglés: son un formato de datos.';
const overAll = 'items tiene las respuestas a cada indicador en todas las reuniones.';

const tables: TablesWords = {
  purposeLine,
  title: (meetings) => `Quiet Checkpoint: tablas de ${meetings === 1 ? 'una reunión' : `${String(meetings)} reuniones`}`,
  kind: (kind, omission) => (kind === 'identified' ? [
    'Clase: con identidad. Estas tablas tienen el código del estudiante, los días y las horas.',
    'Guárdelas como guarda cualquier expediente educativo.',
  ] : [
    'Clase: sin identidad. No hay código del estudiante, escuela, equipo ni salón; un mes está en lugar del día.',
    `Lo que parecía un nombre, una fecha de nacimiento o un número de identificación en el texto dice ${omission}.`,
    'Es una conjetura cuidadosa, no una promesa: lea el texto una vez antes de entregarlo.',
  ]),
  held: (from, to) => (from === to ? `Fecha: ${from}` : `Fechas: de ${from} a ${to}`),
  samples: (count) => `${count === 1 ? '1 es un ejemplo' : `${String(count)} son ejemplos`} y no una reunión real: la columna sample dice yes.`,
  noDeviceOnly,
  ofMany: (kind, least) => (kind === 'identified' ? [overAll] : [
    `${overAll} Ahí se omiten los conteos menores que ${String(least)}, y lo que los revelaría.`,
    'Las demás tablas tienen una fila por cada cosa de una reunión. Quien cuente sus filas vuelve a tener conteos pequeños:',
    'entregue solo items cuando no se deba reconocer a un grupo pequeño.',
  ]),
  csv: {
    encoding: 'Los archivos son UTF-8, separados por comas, cada campo entre comillas.',
    guard: [
      "Un texto que una hoja de cálculo podría tomar por fórmula lleva un apóstrofo (') delante;",
      'también un texto que empieza con apóstrofo. Quite uno para tener el texto como se escribió.',
    ],
    moments: 'Los momentos están en hora universal; minute cuenta desde el comienzo de la reunión.',
  },
  workbook: [
    'Los días, meses y momentos son fechas, las duraciones son tiempos; los momentos están en hora universal.',
    'minute cuenta desde el comienzo de la reunión y antes de ella es menor que cero.',
    'Un texto más largo de lo que cabe en una celda sigue en la columna siguiente, como text_2.',
  ],
  notLookedAt: 'Lo que no se miró está vacío; nunca cuenta como aún no.',
  namesAreData: () => namesAreData,
  sheet: { name: 'Léame', heads: ['Hoja', 'Columna', 'Significado'] },
  means: (english) => columnMeanings[english] ?? leftOut(english) ?? english,
};

/** A meaning that goes on with what an empty cell says. */
function leftOut(english: string): string | undefined {
  const [, meaning = '', least = ''] = /^(.*); empty: left out, since it or what it would tell is under (\d+)$/u.exec(english) ?? [];
  const known = columnMeanings[meaning];
  return known === undefined ? undefined : `${known}; vacío: se omite, porque esto o lo que revelaría es menor que ${least}`;
}

const calendar: CalendarWords = {
  language: 'ES',
  by: (owner) => `A cargo de: ${owner}`,
  code: (code) => `Código del estudiante: ${code}`,
  sample: 'Ejemplo, no es una reunión real.',
  sampleStep: (what) => `Ejemplo: ${what}`,
  doneStep: (what) => `Hecho: ${what}`,
  purposeLine,
};

const code: CodeWords = {
  lines: (meetings, deviceOnly) => [
    'Quiet Checkpoint: todo sobre un código de estudiante',
    purposeLine,
    '',
    `${meetings === 1 ? '1 reunión' : `${String(meetings)} reuniones`}, con identidad: el código, los días y las horas están en estos archivos.`,
    'records/ tiene cada reunión como un registro que otro dispositivo puede traer.',
    'tables/ tiene lo mismo como tablas CSV, una carpeta por cada reunión.',
    deviceOnly ? 'device-only-notes.txt tiene las notas que de otro modo se quedan en la tableta.' : noDeviceOnly,
    namesAreData,
  ],
  meeting: (id) => `Reunión ${id}`,
};

export const files: typeof en = { tables, calendar, code };
