/** Words of the meeting screen, in Spanish. */
import type { during as en } from '../en/during.ts';
import { theHour } from './hour.ts';
import { meeting } from './meeting.ts';
import { plain } from './plain.ts';

/** Names of roles where there is room for two words. */
const shortRoles: Readonly<Record<string, string>> = {
  'gen-ed': 'Maestro gral.', 'case-manager': 'Encargado', 'lea-rep': 'Rep. de la LEA', 'advocate-agency': 'Defensor, agencia', related: 'Servicios rel.',
};
const modes: (typeof en)['modes'] = {
  turns: 'Toque a quien toma la palabra; toque otra vez cuando nadie la tiene.',
  pulse: 'La fila se aclara de vez en cuando; toque a quien habla en ese instante.',
  estimate: 'Nada por ahora. Después diga nada, algo o mucho de cada rol.',
};
const unsaid: (typeof en)['unsaid'] = {
  data: 'Aún sin datos', impact: 'Aún no dicho', goal: 'Aún sin meta', service: 'Aún sin servicio', placement: 'Aún no tratada',
};
const counters: (typeof en)['counters'] = {
  needsNamed: 'Necesidades nombradas', goalsTied: 'Metas unidas a ellas', concernsRaised: 'Inquietudes de la familia', concernsAddressed: 'Inquietudes atendidas',
};
const keyList: (typeof en)['keyList'] = [
  ['Arriba, Abajo', 'de indicador a indicador'],
  ['1 2 3 4', 'Sí, En parte, Aún no, N/C'],
  ['N', 'nota sobre el indicador'],
  ['[ y ]', 'fase anterior, fase siguiente'],
  ['U', 'deshacer'],
  ['Mayús Ctrl Z', 'rehacer'],
  ['V', 'mostrar u ocultar la agenda'],
  ['Esc', 'dejar la nota'],
];
const agenda: (typeof en)['agenda'] = [
  'Bienvenida y presentaciones', 'Por qué nos reunimos hoy', 'Fortalezas y esperanzas', 'Cómo van las cosas',
  'Metas para el próximo año', 'Apoyos y servicios', 'Próximos pasos y preguntas',
];

const shortTags: (typeof en)['shortTags'] = {
  strength: 'Fortaleza', growth: 'Mejorar', family: 'De la familia', 'follow-up': 'Seguimiento', 'device-only': 'Solo aquí',
};

export const during: typeof en = {
  notStored: 'Sin guardar',
  meeting: 'Reunión', sample: 'Ejemplo', wholeMeeting: 'Toda la reunión', phases: 'Fases', thread: 'Hilo de alineación', close: 'Cerrar',
  agendaTitle: 'Agenda', agenda,
  fromTo: (from, to) => `${from} a ${to}`,
  phaseOf: (ordinal, all) => `Fase ${String(ordinal)} de ${String(all)}`,
  minutesOf: (minutes, planned) => `${String(minutes)} de ${String(planned)} min`,
  ended: (time) => `Terminó a ${theHour(time)}`,
  startClock: 'Iniciar el reloj', undo: 'Deshacer', redo: 'Rehacer', showAgenda: 'Mostrar la agenda',
  marked: (marked, asked) => `${plain.counted(marked, 'marcado', 'marcados')} de ${String(asked)}`,
  showMore: (hidden) => `Mostrar ${String(hidden)} más`,
  kinds: { role: 'Claridad de roles', quality: 'Calidad', equity: 'Equidad' },
  here: (here, planned) => `${String(here)} de ${String(planned)} min aquí`,
  notesOnMeeting: 'Notas sobre toda la reunión', notesOnPhase: 'Notas sobre esta fase', summary: 'Resumen', coreOnly: 'Solo indicadores clave',
  leftEarly: 'Salí antes', end: 'Terminar la reunión', goOn: 'Seguir con la reunión', after: 'Después de la reunión',
  keys: 'Teclas', keyList,

  on: 'En', onItem: 'indicador', onPhase: (ordinal) => `fase ${String(ordinal)}`, onAll: 'todo',
  noteIsOnItem: (number) => `La nota es sobre ${number}. Cambiar`,
  noteIsOnPhase: (ordinal) => `La nota es sobre la fase ${String(ordinal)}. Cambiar`,
  noteIsOnAll: 'La nota es sobre toda la reunión. Cambiar',
  note: 'Nota', notes: 'Notas', noteHint: 'Acciones, no personas', keep: 'Listo', tag: 'Etiqueta', shortTags, changeNote: 'Cambiar la nota:',
  readsLikeName: 'Algo aquí parece el nombre o el número de una persona. Basta un rol o un código.',
  openedNote: 'La nota abierta',
  changing: (time) => `Está cambiando la nota de ${theHour(time)}.`,
  itStays: 'Se queda en esta tableta.', remove: 'Quitarla', leave: 'Dejarla como estaba', deviceOnly: 'Solo en la tableta',
  deviceOnlySays: {
    bold: 'Esta nota se queda en esta tableta',
    rest: ', fuera de todo resumen, exportación y patrón. Una nota que se comparte con alguien o se usa para decidir sobre un estudiante puede ser un expediente educativo (34\u00a0CFR\u00a099.3).',
  },
  phrases: 'Frases', phrasesOnLines: 'Una frase por línea; acciones, no personas', change: 'Cambiar',

  whatIsStored: 'Qué está guardado', storedBefore: 'Lo que había antes está guardado.',
  storedUpTo: (time) => `Todo hasta ${theHour(time)} está guardado.`,
  heldSince: (count) =>
    (count === 1 ? '1\u00a0cambio desde entonces espera en esta pantalla.' : `${String(count)}\u00a0cambios desde entonces esperan en esta pantalla.`),
  staysSealed: 'Se queda en esta tableta, sellado.', keepCopy: 'Guardar una copia ahora', copyReason: 'Una copia guardada durante la reunión',
  copyKept: 'La copia está entre sus descargas.',

  whoSpoke: 'Quién habló', whoSpeaksNow: '¿Quién habla ahora?', whoIsSpeaking: 'Quién habla', howNoted: ', cómo se anota',
  estimateLater: 'Usted lo estima después de la reunión. Ahora no hay nada que tocar.',
  howItIsNoted: 'Cómo se anota quién habla', modes, modeStays: 'Esto queda para toda la reunión, para que las cifras se puedan comparar.',
  betweenPulses: 'Segundos entre dos pulsos', every: 'Cada', seconds: 'segundos',
  shortRole: (role) => shortRoles[role] ?? meeting.roleName(role),

  threadHead: '¿Se sigue una cosa de la otra?', plan: 'El plan', asAWhole: 'en conjunto', nameIt: 'nómbrela', addGoal: 'Agregar una meta',
  placementFirst: 'La ubicación surgió antes que las metas.', backToWhole: 'Volver a toda la reunión',
  backToPhase: (ordinal) => `Volver a la fase ${String(ordinal)}`,
  unsaid, counters, counts: 'Conteos',
  oneLess: (of) => `Restar uno: ${of}`,
  oneMore: (of) => `Sumar uno: ${of}`,
  knotOf: (row, link) => `${row} ${meeting.links[link].toLowerCase()}`,
  knotSays: (row, link, answer) => `${row} ${meeting.links[link]}: ${answer === null ? 'aún sin tratar' : meeting.answerName(answer)}.`,
  tapAKnot: 'Toque un nudo para decir si estuvo presente.',
  goalIsAbout: 'De qué trata la meta', wasSaid: 'Qué se dijo', wasSaidBriefly: 'Qué se dijo, en pocas palabras',
  removeGoal: (goal) => `Quitar ${goal}`,
  runThrough: (rows) => `${plain.listed(rows)} ${rows.length === 1 ? 'va' : 'van'} de principio a fin.`,
  openAt: (row, links) => `${row} en ${plain.listed(links)}`,
  openEnds: (ends) => `Cabos sueltos: ${ends.join(', ')}.`,
};
