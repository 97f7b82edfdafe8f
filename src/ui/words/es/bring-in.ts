/** Words of the screen that brings in files, in Spanish. */
import type { bringIn as en } from '../en/bring-in.ts';
import { plain } from './plain.ts';

const { counted } = plain;
const parts = (part: number): string => `${String(Math.round(part * 100))} por ciento`;

export const bringIn: typeof en = {
  title: 'Traer archivos',
  lead: 'Registros guardados en otra tableta: uno solo, un zip de muchos, o sellados con una frase de acceso. Usted ve lo que contienen antes de que se agregue algo.',
  files: 'Archivos',
  filesToBring: 'Archivos para traer',
  choose: 'Elegir archivos',
  chooseOthers: 'Elegir otros archivos',
  orDrop: 'o suéltelos aquí',
  reading: ({ name, at, of, part }) =>
    `Leyendo ${name}${of > 1 ? `, archivo ${String(at)} de ${String(of)}` : ''}${part > 0 ? `: ${parts(part)}` : ''}. Nada cambia en la tableta.`,
  sharedTooLarge: 'Lo que se compartió pasa de 64\u00a0MB o de 20\u00a0archivos, así que no se tomó. Todo lo que hay en esta tableta está como antes. Elija los archivos aquí.',
  callOff: 'Cancelar',
  added: (meetings) => `${counted(meetings, 'reunión', 'reuniones')} ${meetings === 1 ? 'está' : 'están'} ahora en esta tableta.`,
  toMeetings: 'A las reuniones',
  isCalendar: (name) => `${name} es un calendario. Con él se pueden planear reuniones.`,
  planFrom: 'Elegir reuniones para planear',
  isSealed: (name) => `${name} está sellado con una frase de acceso.`,
  openSealed: (name) => `Abrir ${name}`,
  passphrase: 'Frase de acceso del archivo',
  showIt: 'Mostrarla mientras escribo',
  open: 'Abrir el archivo',
  refused: 'No se trajo',
  refusedFiles: (files) => counted(files, 'archivo'),
  what: 'Qué traerían',
  standing: { new: 'Nueva aquí', adds: 'Agrega a lo que hay', here: 'Ya está aquí', twice: 'Está dos veces, se toma una' },
  standings: (lines) => {
    const count = { new: 0, adds: 0, here: 0, twice: 0 };
    for (const { standing } of lines) count[standing] += 1;
    const { new: fresh, adds, here, twice } = count;
    return [
      ...(fresh > 0 ? [counted(fresh, 'nueva', 'nuevas')] : []),
      ...(adds > 0 ? [`${counted(adds, 'agrega', 'agregan')} a lo que hay`] : []),
      ...(here > 0 ? [`${counted(here, 'ya está', 'ya están')} aquí`] : []),
      ...(twice > 0 ? [`${counted(twice, 'está', 'están')} dos veces, se toma una${twice === 1 ? '' : ' de cada'}`] : []),
    ].join(', ');
  },
  showAll: 'Mostrar todas',
  sample: 'Ejemplo',
  others: (others) => (others === 1
    ? `${counted(1, 'archivo más')} en el zip no es un registro y se deja.`
    : `${counted(others, 'archivo más', 'archivos más')} en el zip no son registros y se dejan.`),
  nothing: 'Todo está aquí ya. No hay nada que agregar.',
  together: 'Todo entra junto, o nada. De cada entrada cuenta la más reciente; nada más cambia.',
  add: 'Agregar a esta tableta',
  adding: 'Agregando',
  leave: 'Dejarlo así',
  sealing: (part) => `Sellando: ${parts(part)}.`,
  noCode: 'Sin código',
  noDate: 'Sin fecha',
  revision: (revision) => `revisión\u00a0${String(revision)}`,
  entries: ({ fresh, later, here, earlier }) => [
    { words: 'Entradas nuevas aquí', count: fresh },
    { words: 'Más recientes que lo que hay aquí', count: later },
    { words: 'Ya están aquí', count: here },
    { words: 'Anteriores a lo que hay aquí, que se queda', count: earlier },
  ],
};
