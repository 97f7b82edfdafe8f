/** Words for planning from a calendar file, in Spanish: what is on the screen, and what can be in the way. */
import type { calendar as en } from '../en/calendar.ts';
import { plain } from './plain.ts';

const meetings = (count: number): string => plain.counted(count, 'reunión', 'reuniones');
const refused = (happened: string, next: string): ReturnType<(typeof en)['obstacle']> =>
  ({ happened, safe: 'No se planeó nada; todo lo que hay en esta tableta está como estaba.', next });
const another = 'Exporte el calendario otra vez como archivo .ics y elija ese.';
const shorter = 'Exporte un período más corto del calendario.';

const obstacle: (typeof en)['obstacle'] = (found) => {
  switch (found.type) {
    case 'EmptyFile': return refused('Este archivo está vacío.', another);
    case 'TooLarge': return refused(`Este archivo tiene ${String(Math.ceil(found.bytes / 1_000_000))}\u00a0MB; un calendario tiene como máximo ${String(found.limitBytes / 1_000_000)}\u00a0MB. No se abrió.`, shorter);
    case 'FileUnreadable': return refused('La tableta no entregó este archivo. Puede que se haya movido, o que esté en línea y aún no en la tableta.', 'Ábralo una vez en Archivos y elíjalo otra vez.');
    case 'NotText': return refused('Este archivo no es texto en UTF-8, así que no es un calendario.', another);
    case 'NotACalendar': return refused('Este archivo no es un calendario completo.', another);
    case 'TooManyEvents': return refused(`Este calendario tiene más de ${found.limit.toLocaleString('es-US')} eventos.`, shorter);
    case 'TooManyRepeats': return refused('Los eventos que se repiten en este calendario tardan demasiado en calcularse.', shorter);
    case 'StorageFull': return refused('La tableta está llena.', 'Haga espacio en la tableta y planee las reuniones otra vez.');
    case 'ConnectionLost': case 'WriteRefused': return refused('La tableta no guardó los planes.', 'Planee las reuniones otra vez.');
  }
};

export const calendar: typeof en = {
  obstacle,
  title: 'Planear desde un calendario',
  lead: 'Un archivo de calendario que termina en .ics. Usted elige cuáles de sus eventos serán reuniones.',
  stays: 'Las palabras del calendario se muestran solo en esta página. Un plan toma el día, la hora, el salón y la duración, y un código como R-14 si lo hay: nunca un nombre.',
  file: 'El archivo',
  fileToRead: 'Archivo de calendario',
  choose: 'Elegir un archivo de calendario',
  chooseOther: 'Elegir otro archivo',
  orDrop: 'o suéltelo aquí',
  reading: (name) => `Leyendo ${name}. Nada cambia en la tableta.`,
  events: 'Eventos',
  which: 'Cuáles se muestran',
  likely: (count) => `Parecen reuniones del PEI (${String(count)})`,
  all: (count) => `Todos (${String(count)})`,
  none: 'En este archivo no hay ningún evento desde hace un mes hasta dentro de un año.',
  noneLikely: 'Ningún evento tiene palabras como PEI, IEP o elegibilidad. Mírelos todos.',
  partial: (count) => (count === 1
    ? '1\u00a0evento se repite de una manera que aquí no se lee; solo se muestra el primer día.'
    : `${String(count)}\u00a0eventos se repiten de una manera que aquí no se lee; solo se muestra el primer día.`),
  planned: 'Ya planeada',
  past: 'pasado',
  noWords: 'Sin palabras en el calendario',
  staysOut: 'Parece un nombre; se queda fuera.',
  chooseAll: 'Elegir los mostrados',
  chooseNone: 'No elegir ninguno',
  plan: (count) => (count === 0 ? 'Planear reuniones' : `Planear ${meetings(count)}`),
  planning: 'Planeando',
  nothingChosen: 'Aún no se elige nada. Marque los eventos que serán reuniones.',
  done: (count) => `${meetings(count)} ${count === 1 ? 'está planeada' : 'están planeadas'}. Abra cada una para decir en qué calidad asiste usted.`,
  allDay: 'todo el día',
  showAll: (count) => `Mostrar los ${String(count)}`,
  toMeetings: 'A las reuniones',
};
