/** Words of planning, in Spanish. */
import type { plan as en } from '../en/plan.ts';

const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

const capacities: (typeof en)['capacities'] = {
  'lea-rep': 'Representante de la LEA',
  member: 'Miembro del equipo',
  observer: 'Observa; la familia lo acepta',
};

/** What follows from the capacity, in one sentence with its source. */
const consequence: (typeof en)['consequence'] = (capacity) => {
  switch (capacity) {
    case 'lea-rep':
      return 'Usted ocupa el puesto requerido por 34\u00a0CFR\u00a0300.321(a)(4): puede comprometer los recursos que el equipo decida, y se queda hasta el final.';
    case 'member':
      return 'Usted está por lo que sabe del estudiante o de la materia, y participa en las decisiones: 34\u00a0CFR\u00a0300.321(a)(6).';
    case 'observer':
      return 'Se pregunta a la familia antes del día y ella acepta: quien solo observa no es miembro según 34\u00a0CFR\u00a0300.321(a)(6); OSEP, Letter to Haller (2019).';
    case null:
      return 'Se pregunta primero, porque quien solo observa necesita que la familia lo acepte: 34\u00a0CFR\u00a0300.321(a)(6); OSEP, Letter to Haller (2019).';
  }
};

const seats: (typeof en)['seats'] = {
  family: 'Familia: padre, madre o tutor',
  'gen-ed': 'Maestro de educación general',
  'case-manager': 'Maestro de educación especial, encargado del caso',
  'lea-rep': 'Representante de la LEA',
  evaluator: 'Alguien que pueda explicar los resultados de la evaluación',
  student: 'Estudiante',
  agency: 'Agencia externa para la transición',
  interpreter: 'Intérprete',
};

const needs: (typeof en)['needs'] = { required: 'se requiere', invited: 'se invita', 'where-appropriate': 'si procede' };

const dateLabels: (typeof en)['dateLabels'] = {
  'evaluation-consent': 'Consentimiento para evaluar',
  'notice-sent': 'Aviso de la reunión enviado',
  'papers-sent': 'Documentos o borrador enviados',
  'copy-given': 'Copia entregada a la familia',
  'pwn-sent': 'Aviso previo por escrito enviado',
  'staff-informed': 'Personal informado',
  'services-start': 'Servicios comenzados',
  'progress-report': 'Próximo informe de progreso',
  'next-annual': 'Próxima revisión anual',
  'next-reevaluation': 'Próxima reevaluación',
};

const limit: (typeof en)['limit'] = {
  within: 'Dentro de su plazo.',
  by: (day) => `Su plazo: hasta el ${day}`,
  notBefore: (day) => `Su plazo: no antes del ${day}`,
  beyond: (points) => `Fuera del plazo. ${points}`,
  wasDue: (day) => `Era para el ${day}`,
  unit: (name) => {
    if (name === 'evaluation-consent') return 'días antes de la reunión como máximo';
    return name === 'notice-sent' || name === 'papers-sent' ? 'días antes de la reunión' : 'días después de la reunión';
  },
  whole: (most) => `Un número entero de días, de 0 a ${most.toLocaleString('es-US')}. Lo que estaba aquí antes se conserva.`,
  source: 'fuente',
};

const units: Readonly<Record<Parameters<(typeof en)['example']>[0]['unit'], readonly [string, string]>> = {
  hours: ['hora', 'horas'], 'calendar-days': ['día', 'días'], 'business-days': ['día hábil', 'días hábiles'],
  'school-days': ['día escolar', 'días escolares'], 'instructional-days': ['día de clases', 'días de clases'], weeks: ['semana', 'semanas'],
};
const sides: Readonly<Record<Parameters<(typeof en)['example']>[0]['side'], string>> = {
  'before-meeting': 'antes de la reunión', 'after-meeting': 'después de la reunión', 'after-consent': 'después del consentimiento', 'before-action': 'antes de la acción',
};

const example: (typeof en)['example'] = ({ state, amount, unit, side, standing }) =>
  `${state}: ${counted(amount, ...units[unit])} ${sides[side]}${standing === 'bill' ? ' (proyecto de ley, aún no ley)' : ''},`;

export const plan: typeof en = {
  capacities, consequence, seats, needs, dateLabels, limit, example,
  title: 'Planear una reunión',
  meetings: 'Reuniones',
  copy: 'Copiar un plan anterior',
  fromCalendar: 'De un calendario',
  copyHead: 'Copiar de',
  copySays: 'Se copian el equipo, el salón, el tipo, las condiciones, las personas y los minutos. El código, las fechas, las marcas y las notas, no.',
  copyNone: 'Aún no hay un plan anterior en esta tableta.',
  copied: (from) => `Se copió el plan de ${from}. Deshacer lo retira.`,
  close: 'Cerrar',
  undo: 'Deshacer',
  theMeeting: 'La reunión del PEI (IEP)',
  capacity: 'Usted asiste como',
  type: 'Tipo',
  code: 'Código del estudiante',
  codeAdvice: 'De su propia lista, por ejemplo R-14. Un código y no un nombre: quien vea la tableta no se entera de nada.',
  codeOtherForm: 'Su distrito escribe sus códigos de otra forma. Queda como usted lo escribió.',
  codeMayBeName: 'Esto puede ser un nombre. Con un código como R-14, quien vea la tableta no sabe de qué estudiante se trata; la lista de su distrito tiene los códigos. Queda como usted lo escribió.',
  date: 'Fecha',
  starts: 'Comienza',
  room: 'Salón',
  school: 'Escuela',
  team: 'Equipo',
  teamAdvice: 'Un grado o el rol del encargado del caso. No un nombre.',
  notSet: 'Sin definir',
  conditions: 'Condiciones',
  willBeAsked: (asked, all) => `Se preguntarán ${String(asked)} de ${String(all)} indicadores`,
  fromType: 'viene con el tipo',
  follows: (conditions) => `se deduce de: ${conditions}`,
  language: 'Idioma del intérprete',
  languages: ['Español', 'Árabe', 'Mandarín', 'Vietnamita', 'Somalí', 'Criollo haitiano', 'Lengua de señas americana'],
  whoWillBeThere: 'Quién estará',
  seatsBasis: '34\u00a0CFR\u00a0300.321',
  coming: (count) => counted(count, 'persona confirmada', 'personas confirmadas'),
  role: 'Rol',
  how: 'Cómo',
  addSomeone: 'Agregar a alguien',
  add: 'Agregar',
  addSeat: (seat) => `Agregar: ${seat}`,
  covered: 'Cubierto',
  notCovered: 'Aún sin cubrir',
  notNeeded: 'No hace falta',
  which: 'Cuál',
  whichAdvice: 'Un cargo o una especialidad, como psicología escolar. No un nombre.',
  remove: 'Quitar',
  howOf: (role) => `Cómo: ${role}`,
  minutes: 'Minutos',
  planned: (minutes) => counted(minutes, 'planeado', 'planeados'),
  changeMinutes: 'Cambiar los minutos',
  doneWithMinutes: 'Cerrar',
  lessOf: (phase) => `Un minuto menos: ${phase}`,
  moreOf: (phase) => `Un minuto más: ${phase}`,
  minutesLimit: 'De 0 a 600 minutos. Lo que pase de ahí queda en el más cercano de los dos.',
  dates: 'Fechas',
  datesSay: 'todas opcionales',
  limits: 'Plazos locales',
  limitFrom: (source) => (source === '' ? 'De la hoja de ruta.' : `De la hoja de ruta. Fuente: ${source}`),
  limitFromDistrict: 'Según lo que publicó su distrito.',
  limitsSay: 'Vacíos hasta que usted los llene. Los plazos difieren según el estado y cambian: consúltelos con su asesoría legal.',
  examples: 'Ejemplos por estado',
  useExample: (days) => `Usar ${String(days)}`,
  useExampleOf: (days, date, state) => `Usar ${String(days)}: ${date}, ${state}`,
  checkWithCounsel: 'Consúltelo con su asesoría legal.',
  ready: '¿Todo listo?',
  readyCount: (ready, of) => `${String(ready)} de ${String(of)}`,
  goThrough: 'Recorrerlos',
  then: 'Luego',
  thenSays: 'No hay nada más que hacer en esta tableta. La reunión funciona sin wifi.',
  thenRuns: 'La reunión está en curso. Todo lo que se escribe aquí cuenta de inmediato.',
  makeBackup: 'Hacer una copia de respaldo',
  thenHeld: 'La reunión ya se realizó. Lo que se escribe aquí aún cuenta.',
  toAfter: 'Seguir con la reflexión',
  goOn: (code) => (code === '' ? 'Seguir' : `Seguir con ${code}`),
  thenMissing: (what) => `Aún sin llenar: ${what.join(', ')}. Puede comenzar de todos modos.`,
  gaps: { code: 'el código del estudiante', capacity: 'en qué calidad asiste usted' },
  begin: (code) => (code === '' ? 'Comenzar' : `Comenzar ${code}`),
  holds: (most) =>
    `Aquí caben ${most.toLocaleString('es-US')} caracteres. Los primeros se guardan en este campo, y el texto completo como una nota de esta reunión que se queda en la tableta.`,
  holdsLong: (most) =>
    `Aquí caben ${most.toLocaleString('es-US')} caracteres, y están guardados. El resto está solo en la pantalla: llévelo a otro lugar.`,
};
