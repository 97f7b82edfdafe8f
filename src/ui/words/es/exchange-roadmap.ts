/** Words of the screens by which roadmaps come in and are handed on, in Spanish. */
import type { ReadRoadmapObstacle, RoadmapNotKept } from '#app/roadmap/exchange.ts';
import type { exchangeRoadmap as en } from '../en/exchange-roadmap.ts';
import { plain } from './plain.ts';
import { megabytes } from '../bytes.ts';

const { counted, listed } = plain;
const many = (value: number): string => value.toLocaleString('es-US');
const at = (place: string): string => (place === '' ? 'al comienzo' : `en ${place}`);
const askAgain = 'Pida el archivo de nuevo.';
const chooseOther = 'Elija una hoja de ruta guardada como .json o .csv, o un XLSForm guardado como .xlsx.';
const whoMade = 'Pregunte a quien hizo el archivo de dónde viene.';
const sheets: Readonly<Record<string, string>> = { survey: 'hoja “survey”', choices: 'hoja “choices”', settings: 'hoja “settings”', table: 'tabla' };

function obstacle(of: ReadRoadmapObstacle | RoadmapNotKept): readonly [happened: string, next: string] {
  switch (of.type) {
    case 'EmptyFile': return ['Este archivo está vacío.', askAgain];
    case 'TooLarge': return [`Este archivo tiene ${megabytes(of.bytes)}; una hoja de ruta tiene como máximo ${megabytes(of.limitBytes)}. No se abrió.`, chooseOther];
    case 'FileUnreadable': return ['La tableta no entregó este archivo. Puede que se haya movido, o que esté en línea y aún no en la tableta.', 'Ábralo una vez en Archivos y elíjalo de nuevo.'];
    case 'NotText': return ['Este archivo no es texto en UTF-8 ni un libro de cálculo.', chooseOther];
    case 'NotJson': return [`Este archivo no se puede leer a partir de la línea\u00a0${many(of.at.line)}, carácter\u00a0${many(of.at.column)}.`, askAgain];
    case 'TruncatedFile': return [`Este archivo termina a la mitad, en la línea\u00a0${many(of.at.line)}.`, askAgain];
    case 'TooDeep': case 'TooMany': return [`Este archivo contiene más que cualquier hoja de ruta, en la línea\u00a0${many(of.at.line)}.`, whoMade];
    case 'ForbiddenKey': return [`Este archivo tiene un campo llamado ${of.key}. Ninguna hoja de ruta lo tiene.`, whoMade];
    case 'NotARoadmap': return notARoadmap(of);
    case 'TruncatedZip': return ['Este libro de cálculo termina demasiado pronto.', askAgain];
    case 'DamagedZip': return ['Este libro de cálculo está dañado.', askAgain];
    case 'EncryptedZip': return ['Este libro de cálculo está bloqueado con una contraseña.', 'Guárdelo sin ella y elíjalo de nuevo.'];
    case 'ZipForm': case 'NotAWorkbook': return ['Este archivo está comprimido, pero no es un libro de cálculo que se lea aquí.', 'Guarde el formulario como .xlsx y elíjalo de nuevo.'];
    case 'TooManyInZip': case 'LargeInZip': case 'UnzipsTooLarge': case 'ZipBomb': return ['Este libro de cálculo se expande a mucho más de lo que contiene un formulario.', whoMade];
    case 'NotXml': return [of.declares ? 'Una parte de este libro de cálculo declara cosas que ningún libro necesita.' : 'Una parte de este libro de cálculo no se puede leer.', whoMade];
    case 'TooManyRows': return [`Este archivo tiene más de ${many(of.limit)} filas.`, 'Divídalo en varias hojas de ruta.'];
    case 'CellTooLong': return [`Una celda de la fila\u00a0${many(of.row)} tiene más de ${many(of.limit)} caracteres.`, whoMade];
    case 'SheetMissing': return [`Este libro de cálculo no tiene una hoja llamada ${of.sheet}, que todo XLSForm tiene.`, chooseOther];
    case 'ColumnMissing': return [`La ${sheets[of.sheet] ?? of.sheet} no tiene una columna llamada ${of.column}.`, 'Agregue la columna y elija el archivo de nuevo.'];
    case 'RowRefused': return [of.column === '' ? `La fila\u00a0${many(of.row)} de esta tabla no termina como debe.` : `La fila\u00a0${many(of.row)} no encaja en la columna ${of.column}.`, 'Cambie esa celda y elija el archivo de nuevo.'];
    case 'NothingFits': return ['Ninguna pregunta de este archivo encaja en una hoja de ruta.', 'Abajo está lo que es cada una.'];
    case 'TooManyItems': return [`Este archivo tiene más de ${many(of.limit)} ${of.of === 'items' ? 'indicadores' : of.of === 'phases' ? 'grupos con preguntas' : 'condiciones'}.`, 'Divídalo en varias hojas de ruta.'];
    case 'LinkBroken': return ['Este enlace no está completo, así que no se puede leer una hoja de ruta.', 'Escanee el código de nuevo o pida el archivo.'];
    case 'RoadmapNotKept': return of.because === 'StorageFull' ? ['La tableta está llena, así que la hoja de ruta no se guardó.', 'Haga espacio en la tableta y guárdela de nuevo.'] : ['La tableta no guardó la hoja de ruta.', 'Guárdela de nuevo.'];
  }
}

function notARoadmap({ why, at: place }: Extract<ReadRoadmapObstacle, { readonly type: 'NotARoadmap' }>): readonly [string, string] {
  switch (why) {
    case 'shape': return [`Este archivo no es una hoja de ruta completa: no encaja ${at(place)}.`, askAgain];
    case 'duplicate-id': return [`En este archivo hay dos cosas con un mismo identificador; la segunda, ${at(place)}.`, whoMade];
    case 'unknown-phase': case 'stage-differs': return [`Un indicador está en una fase que no le corresponde, ${at(place)}.`, whoMade];
    case 'forbidden-sign': return [`Un texto contiene un signo que voltea u oculta lo que se lee, ${at(place)}.`, whoMade];
    case 'built-in-condition': return [`Una condición tiene el identificador de una que la aplicación ya tiene, ${at(place)}.`, whoMade];
    case 'unknown-condition': return [`Una condición se deduce de otra que no está, ${at(place)}.`, whoMade];
    case 'condition-cycle': return [`Unas condiciones se deducen unas de otras en círculo, ${at(place)}.`, whoMade];
    case 'retired-id': return [`Un indicador tiene el identificador de uno retirado, ${at(place)}.`, whoMade];
  }
}

const leftOutNames = { retired: 'los indicadores retirados', district: 'los ajustes del distrito', origin: 'de qué versión se hizo', translations: 'textos adicionales en su propio idioma' } as const;

export const exchangeRoadmap: typeof en = {
  bringIn: 'Traer una hoja de ruta',
  bringInLead: 'Una hoja de ruta de otra tableta, una tabla, o un formulario de otra herramienta (XLSForm). Usted ve qué entra y qué no antes de que se guarde algo.',
  back: 'Hojas de ruta',
  file: 'Archivo',
  fileToBring: 'Hoja de ruta para traer',
  choose: 'Elegir un archivo',
  chooseOther: 'Elegir otro archivo',
  orDrop: 'o suéltelo aquí',
  reading: 'Leyendo. Nada cambia en la tableta.',
  obstacle: (of) => { const [happened, next] = obstacle(of); return `${happened} Todas las hojas de ruta de esta tableta están como antes. ${next}`; },
  comesIn: 'Qué entra',
  sums: (items, phases) => `${counted(items, 'indicador', 'indicadores')} en ${counted(phases, 'fase', 'fases')}`,
  version: (version) => `Versión ${version}`,
  itemsOf: (items) => counted(items, 'indicador', 'indicadores'),
  none: 'Sin indicadores',
  standing: {
    new: 'Aún no hay ninguna versión de esta hoja de ruta en esta tableta.',
    'other-version': 'Otra versión de esta hoja de ruta está en esta tableta. Se queda; cada reunión conserva la versión con la que empezó.',
    here: 'Esta versión ya está en esta tableta. No hay nada que traer.',
  },
  differs: (version, next) => `La versión ${version} de esta tableta dice otra cosa. Se queda como está; esta se guardaría como versión ${next}.`,
  conditions: 'Condiciones',
  conditionsLead: 'Preguntas del archivo de las que dependen otras. Se activan en el plan de una reunión y no son indicadores.',
  conditionOwn: 'Una condición de esta hoja de ruta',
  conditionBuiltIn: (count) => (count === 1 ? 'Una condición que la aplicación ya tiene' : 'Condiciones que la aplicación ya tiene'),
  doesNotFit: 'Qué no encaja',
  allFits: 'Todo lo que hay en el archivo tiene su lugar.',
  fits: (lines) => counted(lines, 'lugar', 'lugares'),
  unfit: {
    type: 'Las preguntas que no se responden con Sí, En parte, Aún no o N/C se dejan fuera.',
    metadata: 'Lo que otras herramientas anotan por sí mismas se deja fuera.',
    scale: 'Las preguntas con otra escala se dejan fuera.',
    'scale-taken': 'Las preguntas con otra escala se responden aquí con Sí, En parte, Aún no y N/C.',
    'list-missing': 'Las preguntas cuya lista de opciones no está en el archivo se dejan fuera.',
    'no-label': 'Las preguntas sin palabras se dejan fuera.',
    disabled: 'Las preguntas desactivadas en el archivo se dejan fuera.',
    column: 'Las columnas que no tienen lugar en una hoja de ruta se dejan fuera; las preguntas sí entran.',
    relevant: 'Estas se preguntan en todas las reuniones: en el archivo dependen de algo más que una o todas de algunas condiciones.',
    nested: 'Los grupos dentro de otros grupos pasan a ser fases.',
    repeat: 'Lo que en el archivo se pregunta varias veces se pregunta aquí una vez.',
    unbalanced: 'Los grupos que terminan sin haber empezado, o que no terminan, se leyeron como están.',
    'label-long': 'Las preguntas de más de 60 caracteres se cortan; completas están en “Qué observar”.',
    cut: 'Los textos más largos que el espacio se cortaron.',
    signs: 'Se quitaron signos que voltean u ocultan el texto.',
    piped: 'Los lugares para otras respuestas dentro de un texto quedan como están escritos.',
    language: 'Los textos en idiomas que no son inglés ni español se dejan fuera.',
    renamed: 'De dos preguntas con un mismo nombre, la segunda recibió otro identificador.',
    sheet: 'Las hojas que no tienen lugar en una hoja de ruta se dejan fuera.',
  },
  sheetName: (sheet) => sheets[sheet] ?? sheet,
  rows: (ranges, rows) => (ranges === '' ? '' : `${rows === 1 ? 'fila' : 'filas'}\u00a0${ranges}`),
  unfitBelow: (lines) => (lines === 1 ? 'Un lugar del archivo no encaja.' : `${many(lines)} lugares del archivo no encajan.`),
  seeThem: 'Ver qué pasa con ello',
  showAll: (lines) => `Mostrar las ${many(lines)}`,
  otherScales: 'Traer también las preguntas con otras escalas, para responderlas con Sí, En parte, Aún no y N/C',
  changes: 'Qué difiere de la versión de aquí',
  changesLead: (version) => `Comparada con la versión ${version}.`,
  keep: 'Guardarla en esta tableta',
  keeping: 'Guardando',
  leave: 'Dejarla',
  kept: (title, version) => `${title}, versión ${version}, está ahora en esta tableta.`,
  toRoadmaps: 'A las hojas de ruta',
  handOver: 'Entregar una hoja de ruta',
  handOverLead: (title, version) => `${title}, versión ${version}. No dice nada de ninguna reunión ni persona.`,
  missing: 'Esta hoja de ruta no está en esta tableta.',
  missingNext: 'Puede que se haya quitado, o que esté en otra tableta. Las demás están en Hojas de ruta.',
  asFile: 'Como archivo',
  as: 'Formato',
  forms: { 'roadmap-json': 'Completa', 'roadmap-csv': 'Tabla', 'roadmap-xlsform': 'Formulario' },
  formsAre: {
    'roadmap-json': 'Todo su contenido, como archivo .json. Otra tableta la trae tal como es.',
    'roadmap-csv': 'Una fila por indicador, como archivo .csv para hojas de cálculo. Puede volver después de editarla allí.',
    'roadmap-xlsform': 'Un XLSForm, como archivo .xlsx para ODK, KoboToolbox y otras herramientas que leen esos formularios.',
  },
  leftOut: (what) => `No está en este formato: ${listed(what.map((one) => leftOutNames[one]))}.`,
  save: 'Guardar',
  share: 'Compartir',
  saved: (name) => `Entregada al navegador como ${name}.`,
  shared: (name) => `Compartida como ${name}.`,
  notShared: 'No se abrió la ventana para compartir. Guarde el archivo.',
  notMade: 'La parte de la aplicación que escribe este formato aún no está aquí. Conéctese una vez e inténtelo de nuevo.',
  asCode: 'Como código',
  codeLabel: 'Código QR con toda la hoja de ruta',
  codeLead: 'Escanéelo con la cámara de la otra tableta. La hoja de ruta está en el propio código; no se envía nada.',
  codeTooLarge: 'Esta hoja de ruta es demasiado grande para un código que las cámaras lean bien. Entregue el archivo.',
  copyLink: 'Copiar el enlace',
  copied: 'Copiado.',
  notCopied: 'El navegador no lo copió. Use el archivo.',
  byHub: 'Para todos los líderes de un distrito',
  byHubLead: 'Una hoja de ruta publicada en el hub del distrito llega por sí sola a la tableta de cada líder.',
  toHub: 'El hub',
  formConditions: 'Sobre esta reunión',
  yes: 'Sí',
  no: 'No',
};
