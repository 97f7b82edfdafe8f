/** Words for the hub, in Spanish: what waits, what went, and what is in the way; what happened, what is safe, what to do. */
import type { Role, TrustFact } from '#app/sync/desk.ts';
import { dayOf, daysBetween } from '../dates-in.ts';
import type { sync as en } from '../en/sync.ts';
import { dates } from './dates.ts';
import { plain } from './plain.ts';

const { counted, typeName } = plain;
const records = (count: number): string => counted(count, 'registro');
const waitHere = 'Sus registros esperan aquí, sellados. No se pierde nada.';
const nothingSent = 'No se envió nada.';
const asBefore = 'Todo lo que hay en esta tableta está como estaba.';
const words = (happened: string, safe: string, next: string): ReturnType<typeof en.obstacleWords> => ({ happened, safe, next });

function check(what: TrustFact): string {
  switch (what.type) {
    case 'OtherHub': return 'Otro hub contesta en esta dirección.';
    case 'PinDiffers': return 'Su clave no es la clave del distrito al que se unió esta tableta.';
    case 'StatementForged': return 'El distrito no firmó lo que el hub dice del distrito.';
    case 'StatementRolledBack': case 'RevocationsRolledBack': case 'PublishedRolledBack': return 'Dio algo más antiguo que lo que había dado antes.';
    case 'RevocationsForged': return 'El distrito no firmó su lista de miembros retirados.';
    case 'CertificateForged': return 'Las claves de un miembro no están firmadas por el distrito.';
    case 'CertificateRolledBack': return 'Dio claves de un miembro más antiguas que antes.';
    case 'JoinForged': return 'Dio otras claves que las de la persona invitada.';
    case 'KeyringForged': return 'Un llavero no fue hecho por el miembro al que pertenece.';
    case 'KeyringRolledBack': return 'Dio un llavero más antiguo que antes.';
    case 'GrantForged': return 'El distrito no firmó la clave que el hub entregó.';
    case 'PublishedForged': return 'El distrito no firmó lo que el hub da a todos los líderes.';
    case 'ReceiptDiffers': return 'Dio recibo de algo distinto de lo enviado.';
    case 'RecordForged': return 'Un registro no está firmado por el miembro al que pertenece.';
    case 'ReplicaRolledBack': return 'Dio una revisión de un registro más antigua que antes.';
    case 'SequenceRolledBack': return 'Cuenta menos registros de los que había dado.';
    case 'UnknownMember': return 'Dio registros de alguien cuyas claves no se conocen.';
    case 'KeyWithheld': return 'No da las claves con que están sellados los registros.';
    case 'RoadmapWithheld': return 'No da una hoja de ruta en la que se apoyan los registros.';
  }
}

const obstacleWords: typeof en.obstacleWords = (obstacle) => {
  switch (obstacle.type) {
    case 'HubOutOfReach': return words('El hub no contestó.', waitHere, 'Se intenta de nuevo por sí solo.');
    case 'NotTheHub': return words('Algo distinto contestó en lugar del hub. Quizá esta red wifi pide iniciar sesión primero.', `${nothingSent} ${waitHere}`, 'Abra cualquier página web, inicie sesión y regrese.');
    case 'SignInNeeded': return words('El hub ya no conoce esta tableta.', waitHere, 'Pida una invitación al propietario del hub de su distrito, o empareje con otro dispositivo suyo.');
    case 'NotAllowed':
      if (obstacle.code === 'not-yet-countersigned') return words('El dispositivo de un propietario aún no confirmó sus claves.', waitHere, 'Lo hace por sí solo la próxima vez que se comunique con el hub; después salen los registros.');
      return words('El hub no permite eso a esta tableta.', waitHere, 'Pregunte al propietario del hub de su distrito si usted sigue siendo miembro.');
    case 'HubBusy': return words('El hub tiene mucho trabajo y pidió esperar.', waitHere, 'Se intenta de nuevo por sí solo.');
    case 'HubFull': return words('El hub ya no tiene espacio.', waitHere, 'Avise a quien administra el hub. Se intenta de nuevo por sí solo.');
    case 'TooLargeForHub': return words('El hub recibe de una vez menos de lo que se envió.', waitHere, 'Se envía por sí solo en partes más pequeñas.');
    case 'HubNotTrusted': return words(`Este hub no pasó una comprobación. ${check(obstacle.what)}`, `Ya no se le envía nada. ${waitHere}`, 'Avise a quien administra el hub y al propietario del distrito. Envíe de nuevo solo cuando sepan por qué.');
    case 'AppTooOld': return words('El hub pidió una versión más nueva de la aplicación.', waitHere, 'Actualice la aplicación cuando tenga conexión, en Esta tableta.');
    case 'LinkUnreadable': return words('Este no es un enlace completo de un hub.', asBefore, 'Cópielo otra vez de principio a fin, o escanee de nuevo el código.');
    case 'OtherHub': return words(`Este enlace es para otra dirección: ${obstacle.host}.`, asBefore, 'Abra el enlace mismo; con él se abre la aplicación de ese hub.');
    case 'LinkSpent': return words('Este enlace ya se usó, se canceló o se venció.', asBefore, 'Pida uno nuevo. Cada enlace sirve para un dispositivo.');
    case 'NotFounded': return words('Nadie ha fundado aún el distrito en este hub.', asBefore, 'Quien administra el hub abre primero el enlace de propietario y luego invita.');
    case 'AlreadyJoined': return words('Esta tableta ya pertenece a un hub.', asBefore, 'Si quiere cambiar, deje primero ese hub, en Esta tableta.');
    case 'NotJoined': return words('Esta tableta no se ha unido a un hub.', asBefore, 'Abra el enlace de una invitación, o escríbalo.');
    case 'PairingEnded': return words('Los dos dispositivos no quedaron emparejados.', 'No se entregó ninguna clave.', 'Empiece de nuevo en el dispositivo que tiene sus reuniones.');
    case 'RefusedByHub': return words(`El hub dijo que no, y esta aplicación no conoce la razón (${obstacle.code}).`, waitHere, 'Se intenta de nuevo por sí solo. Actualice la aplicación cuando tenga conexión.');
    case 'KeepingHeld': return words('La tableta no guardó lo que debe guardarse antes del siguiente paso.', asBefore, 'Haga espacio en la tableta e intente de nuevo.');
  }
};

const roleNames: Readonly<Record<Role, string>> = { owner: 'Propietario', district: 'Distrito', leader: 'Líder' };
/** Somebody in this role, after a preposition. */
const someone: Readonly<Record<Role, string>> = { owner: 'un propietario', district: 'un miembro del distrito', leader: 'un líder' };

const whenBrief: typeof en.whenBrief = (atMs, nowMs) => {
  const [day, today] = [dayOf(atMs), dayOf(nowMs)];
  const days = daysBetween(day, today);
  if (days === 0) return `Hoy ${dates.pastTime(atMs)}`;
  if (days > 0 && days < 7) return `${dates.weekdayShort(day)} ${dates.pastTime(atMs)}`;
  return dates.nearDay(day, today).replace(/^el\s/u, '');
};

const whenSaid: typeof en.whenSaid = (atMs, nowMs) => `${dates.nearDay(dayOf(atMs), dayOf(nowMs))}, ${dates.pastTime(atMs)}`;
/** A full stop, unless the time ends with one: `4:12 p. m.`. */
const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

const reachWords: typeof en.reachWords = (reach, { lastMetAtMs, waiting, nowMs }) => {
  const last = lastMetAtMs === null ? 'Aún sin contacto.' : ended(`Último contacto: ${whenSaid(lastMetAtMs, nowMs)}`);
  if (reach.kind === 'not-tried') return { icon: 'clock', tone: 'ink', says: 'Aún no se preguntó al hub.', more: last };
  if (reach.kind === 'met') {
    return { icon: 'check', tone: 'ink', says: 'El hub está al alcance.', more: `${last}${waiting === 0 ? ' Nada en espera.' : ` ${records(waiting)} en camino.`}` };
  }
  const { obstacle, nextAtMs } = reach;
  if (obstacle.type === 'HubOutOfReach') return { icon: 'offline', tone: 'ink', says: 'Ningún hub al alcance.', more: `${last} Todo está guardado; los registros salen por sí solos.` };
  const again = nextAtMs === null ? '' : ` ${ended(`Próximo intento: ${nextAtMs <= nowMs ? 'ahora' : dates.pastTime(nextAtMs)}`)}`;
  const { happened, safe, next } = obstacleWords(obstacle);
  return { icon: 'info', tone: 'clay', says: happened, more: `${safe} ${next} ${last}${again}` };
};

function refusedWords(code: string): string {
  switch (code) {
    case 'not-here': return 'Esta revisión ya no está en esta tableta y no se puede enviar. Termine la reunión de nuevo para hacer la siguiente.';
    case 'too-large': return 'Es más grande de lo que recibe el hub. Acorte las notas más largas, o entréguelo como archivo.';
    case 'revision-taken': return 'El hub tiene esta revisión con otras palabras. Intentar de nuevo la envía como la siguiente.';
    case 'deleted': return 'Se quitó en otro dispositivo suyo. Volver a borrador la conserva aquí.';
    case 'bad-signature': case 'bad-record': return 'El hub no pudo comprobarlo. Intentar de nuevo lo sella otra vez.';
    default: return `El hub no lo recibió (${code}). Intente de nuevo, o entréguelo como archivo.`;
  }
}

const lineName: typeof en.lineName = (line) => {
  if (line.kind === 'tombstone') return 'Una reunión que se quitó aquí';
  const type = line.about === null ? 'Una reunión' : typeName(line.about.type);
  if (line.kind === 'draft') return `${type}, borrador`;
  return line.revision > 1 ? `${type}, revisión ${String(line.revision)}` : type;
};

const lineSays: typeof en.lineSays = (line, running) => {
  if (line.refusedBecause !== null) return refusedWords(line.refusedBecause);
  if (line.kind === 'tombstone') return 'Se pide al hub que también la quite.';
  const what = line.kind === 'draft' ? 'Sellado solo para usted.' : 'Sellado.';
  return running ? `${what} En camino.` : `${what} En espera del hub.`;
};

export const sync: typeof en = {
  obstacleWords, whenBrief, whenSaid, reachWords, lineName, lineSays, roleNames, records,
  roleReads: {
    owner: 'Lee los registros de todos los líderes, invita y retira.',
    district: 'Lee los registros de todos los líderes.',
    leader: 'Lee sus propios registros.',
  },
  restOf: (count, shown) => (count > shown ? ` y ${String(count - shown)} más` : ''),
  page: {
    title: 'El hub · Quiet Checkpoint', back: 'Esta tableta', head: 'El hub', aside: 'Dispositivos y opciones',
    noHub: 'Sin hub.', noHubMore: 'La aplicación funciona sin él; los registros se quedan en esta tableta.',
    sendNow: 'Enviar ahora', running: 'En contacto con el hub',
  },
  noHub: {
    head: 'Unirse al hub de su distrito',
    says: 'Si su distrito tiene un hub, únase una vez: escanee con la cámara de la tableta el código que le dieron, o ponga aquí el enlace.',
    link: 'Enlace o código', join: 'Unirse',
    without: 'Sin un hub',
    byFile: 'Los registros viajan por archivo. Lo que llega se une de la misma manera: de cada entrada cuenta la más reciente, y el mismo archivo dos veces no cambia nada.',
    toOther: 'A otra tableta suya', toOtherSays: 'Un archivo sellado con todo; se abre con una frase de acceso',
    restore: 'Traer un archivo así', restoreSays: 'Usted ve lo que contiene antes de traer algo',
    bringIn: 'Traer registros', bringInSays: 'Archivos guardados desde resúmenes, también sellados',
    what: 'Qué es un hub',
    whatSays: 'Un pequeño servidor de su distrito. Los registros terminados van a él sellados; el hub los guarda para usted y para el distrito, y no puede leerlos.',
  },
  waiting: {
    head: 'En espera de salir', none: 'Nada en espera. Una reunión terminada llega aquí por sí sola; los ejemplos nunca.',
    thisOne: 'este', again: 'Intentar de nuevo', look: 'Ver o exportar', draft: 'Volver a borrador',
    actOn: (act, code) => `${act}: ${code}`,
  },
  arrived: {
    head: 'En el hub', none: 'Aún nada. Solo un recibo del hub trae un registro aquí.',
    says: 'Llegaron y se comprobaron; se leen con su clave y con la del distrito.',
    compare: 'Comparar con el hub', comparing: 'Comparando',
    compared: ({ here, there, same }) => `${records(here)} con recibo aquí, ${String(there)} en el hub, ${String(same)} iguales byte por byte.`,
    missing: (count) => `${records(count)} no ${count === 1 ? 'se quedó en el hub y se envía' : 'se quedaron en el hub y se envían'} de nuevo.`,
    different: (count) => `${records(count)} ${count === 1 ? 'tiene' : 'tienen'} otros bytes allí. Avise a quien administra el hub; lo que hay aquí se queda.`,
  },
  district: {
    head: 'De otros líderes',
    count: (count, leaders) => `${records(count)}, ${counted(leaders, 'líder', 'líderes')}`,
    none: 'Aún nada. Lo que otros líderes terminan llega aquí, y la clave del distrito lo abre solo en esta tableta.',
    more: (count) => `Y ${String(count)} más.`,
  },
  reads: {
    head: 'Quién puede leer qué', sees: 'El hub ve', blind: 'El hub no puede ver',
    seesWhat: ['Que existe un registro sellado, su tamaño y cuándo llegó', 'Qué dispositivo lo trajo'],
    blindTo: ['Códigos, marcas, notas, roles, escuelas', 'Notas solo de la tableta, que se quedan en ella'],
    youAre: { before: 'Su rol aquí: ', after: (reads) => `. ${reads} Los registros terminados los leen usted y los propietarios y miembros del distrito, con la clave del distrito.` },
    key: { before: 'La clave del hub es la del distrito: ', after: '. Si alguna vez cambiara, no se enviaría nada y se le avisaría.' },
    confirms: 'El dispositivo de un propietario confirma sus claves la próxima vez que se comunique con el hub. Hasta entonces, los registros esperan aquí.',
  },
  earlier: {
    head: 'Terminadas antes de unirse',
    meetings: (count) => counted(count, 'reunión', 'reuniones'),
    asks: (count) => (count === 1 ? `${counted(count, 'reunión')} se terminó antes en esta tableta. ¿Enviarla también?` : `${counted(count, 'reunión', 'reuniones')} se terminaron antes en esta tableta. ¿Enviarlas también?`),
    send: (count) => (count === 1 ? 'Enviarla' : `Enviar las ${String(count)}`),
    keep: (count) => (count === 1 ? 'Dejarla aquí' : 'Dejarlas aquí'),
  },
  drafts: {
    head: 'Reuniones sin terminar', keep: 'Guardar una copia en el hub',
    says: 'Sellada solo para usted; el distrito no puede abrirla. Las notas solo de la tableta se quedan en ella.',
  },
  devices: {
    head: 'Dispositivos', here: 'Esta tableta', others: 'Los demás aparecen cuando el hub está al alcance.',
    joined: (day) => `Se unió ${day}`,
    seen: (day) => `Visto ${day}`,
    remove: 'Quitar', really: 'Sí, quitar',
    removeOf: (label) => `Quitar ${label}`,
  },
  members: {
    head: 'Miembros',
    count: (count) => counted(count, 'miembro'),
    nameOf: (role, label) => `${roleNames[role]}, ${label ?? 'usted'}`,
    devices: (count) => counted(count, 'dispositivo'),
    waits: 'Claves por confirmar', removed: 'Retirado; no envía ni recibe nada',
    says: (standing, sealed) => `${standing}${sealed === 0 ? '' : `, ${counted(sealed, 'registro sellado', 'registros sellados')}`}.`,
    more: 'Más',
    moreFor: (label) => `Más para ${label}`,
    explains: 'Una tableta borrada o perdida vuelve con un enlace para este miembro: recibe claves nuevas y trae de nuevo todos los registros. Retirar a un miembro termina el envío y la recepción; lo enviado se queda.',
    bringBack: 'Recuperar un dispositivo', qr: 'Código QR que recupera un dispositivo',
    remove: 'Retirar a este miembro', really: 'Sí, retirar',
  },
  invite: {
    head: 'Invitar', qr: 'Código QR de la invitación',
    out: (role, until) => `${ended(`Para ${someone[role]}, una vez, hasta ${until}`)} Envíelo por un medio de confianza.`,
    done: 'Listo', callItOff: 'Cancelar', callOff: 'Cancelar', role: 'Rol del nuevo miembro',
    make: 'Hacer una invitación', making: 'Haciendo el enlace',
    forOne: (role) => `Para ${someone[role]}`,
    recovers: 'Para recuperar a un miembro',
    until: (when) => `Hasta ${when}`,
  },
  linkOut: {
    says: 'Escanéelo con el otro dispositivo, o entregue el enlace.', copy: 'Copiar el enlace', link: 'Enlace', key: 'La clave del distrito: ',
    typed: 'O escribirlo', copied: 'Copiado. Quien tenga el enlace puede unirse una vez.', notCopied: 'El navegador no lo copió. Seleccione el texto y cópielo usted.',
  },
  pair: {
    head: 'Emparejar otro dispositivo', says: 'Un segundo dispositivo suyo recibe sus registros y claves.', show: 'Mostrar el código', making: 'Haciendo el código',
    qr: 'Código QR para emparejar otro dispositivo', good: 'Sirve 10 minutos, para un dispositivo.', callOff: 'Cancelar',
    asks: '¿El otro dispositivo muestra los mismos seis dígitos?', same: 'Son iguales', differ: 'Son distintos',
    done: 'Emparejado. El otro dispositivo trae ahora sus registros.', close: 'Cerrar',
  },
  publish: {
    head: 'Para todos los líderes', none: 'Aún nada publicado',
    at: (when) => `Publicado ${when}`,
    purpose: 'Línea de propósito en cada informe, opcional', purposeAdvice: 'Si queda vacía: Para acompañar y apoyar al sistema; no para evaluar al personal.',
    codes: 'Forma de los códigos del estudiante, opcional', codesAdvice: 'Si un código no la sigue, se pregunta; nunca se rechaza.',
    notAPattern: 'Esta no es una forma que se pueda probar. Un ejemplo: [A-Z]-[0-9]{2}',
    limits: 'Plazos locales, en días; revíselos con asesoría legal', roadmap: 'Con la hoja de ruta de esta tableta',
    publish: 'Publicar', publishing: 'Publicando', tooLarge: 'Esta hoja de ruta es más grande que lo que el hub reparte a todos (1\u00a0MB). No se publicó nada; los líderes conservan lo que tienen. Publique sin la hoja de ruta y entréguela como archivo.',
    done: 'Publicado, firmado con la clave del distrito. La tableta de cada líder lo toma la próxima vez que se comunique con el hub.',
  },
  leave: {
    head: 'Dejar el hub', leave: 'Dejar este hub', stay: 'Quedarse',
    says: (waits) =>
      `Las claves de este hub salen de esta tableta. Las reuniones se quedan aquí; lo enviado se queda en el hub.${waits > 0 ? ` ${records(waits)} aún no ${waits === 1 ? 'ha salido y se queda' : 'han salido y se quedan'} aquí.` : ''}`,
  },
};
