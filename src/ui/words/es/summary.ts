/** Words of the summary's screen, around its page, in Spanish. */
import type { Script } from '#app/export/page.ts';
import type { summary as en } from '../en/summary.ts';
import { plain } from './plain.ts';

const small = ['Ninguna', 'Una', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve', 'Diez', 'Once', 'Doce'];

const scripts: Readonly<Record<Script, string>> = {
  arabic: 'los caracteres árabes', chinese: 'los caracteres chinos', cyrillic: 'los caracteres cirílicos', devanagari: 'los caracteres devanagari',
  emoji: 'las imágenes', greek: 'los caracteres griegos', hebrew: 'los caracteres hebreos', japanese: 'los caracteres japoneses',
  korean: 'los caracteres coreanos', latin: 'los caracteres latinos', other: 'otros caracteres',
};

export const summary: typeof en = {
  back: 'Volver a la reunión',
  inWhichForm: 'En qué formato',
  whoCanBeTold: 'A quién se puede reconocer',
  adviceWithout: 'Sin código ni equipo; el mes en lugar del día; solo roles.',
  adviceWithoutInCalendar: 'Sin código ni nombres. Los días de entrega quedan: sin ellos un calendario no sirve.',
  adviceWith: 'Con código, equipo, día y horas. Puede ser un expediente educativo; guárdelo como tal.',
  whatGoesIn: 'Qué se incluye',
  boxes: {
    standout: 'Lo más destacado', points: 'Fortalezas y áreas por mejorar', familyWords: 'Palabras de la familia', seen: 'Lo que se vio, por fase',
    byKind: 'Claridad de roles, calidad, equidad', thread: 'Hilo', voice: 'Quién habló, en proporción', nextSteps: 'Próximos pasos',
  },
  names: 'Nombres de personas',
  missing: (of, signs) =>
    `Las letras del PDF son latinas, griegas y cirílicas: en lugar de ${plain.listed(of.map((script) => scripts[script]))}, como “${signs}”, se dice cuáles son. La impresión y Word los muestran.`,
  language: 'Idioma de esta página',
  languageMissing: 'Las palabras en español aún no están guardadas en esta tableta. Conéctese una vez y vuelva a elegirlo.',
  handOver: 'Entregar',
  paper: 'Papel',
  papers: { letter: 'Carta', a4: 'A4' },
  as: 'Como',
  ways: { todo: 'Tareas', event: 'Eventos de todo el día' },
  copy: 'Copiar como texto',
  copied: 'El resumen está en el portapapeles, como texto.',
  toCopy: 'Este navegador no permite que la página copie. Seleccione todo el texto de aquí y cópielo.',
  asText: 'El resumen como texto',
  revisions: 'Revisiones',
  now: 'Como está ahora',
  nowOpen: 'Como está, abierta de nuevo',
  revision: (number) => `Revisión ${String(number)}, como se terminó`,
  shown: 'se muestra',
  shownFinished: (day, time) => `se muestra, terminada el ${day}, ${time}`,
  leaves: 'Lo que sale',
  sample: 'Ejemplo, no es una reunión real',
  size: (rows, columns) => `${plain.counted(rows, 'fila')}, ${plain.counted(columns, 'columna')}`,
  everyRow: 'Cada fila y cada texto que contiene. Exactamente esto sale de la tableta.',
  steps: 'Próximos pasos',
  done: 'hecho',
  noDay: 'sin día',
  noStep: 'No se escribió ningún próximo paso.',
  noStepWithDay: 'Ningún próximo paso tiene día.',
  everyStep: 'Exactamente esto sale de la tableta, con sus días.',
  stepsWithoutDay: (count) => `${plain.counted(count, 'paso')} sin día ${count === 1 ? 'se queda' : 'se quedan'} aquí; las tareas pueden no tener día.`,
  pages: (pages, paper) =>
    `${pages === 1 ? 'Una página' : `${small[pages] ?? String(pages)} páginas`}, ${summary.papers[paper]}. Exactamente esto sale de la tableta.`,
};
