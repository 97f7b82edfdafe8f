/** Words of the screens by which roadmaps come in and are handed on, in English. */
import type { ReadRoadmapObstacle, RoadmapFormatId, RoadmapNotKept, Unfit } from '#app/roadmap/exchange.ts';
import { plain } from './plain.ts';
import { megabytes } from '../bytes.ts';

const { counted, listed } = plain;
const many = (value: number): string => value.toLocaleString('en-US');
const at = (place: string): string => (place === '' ? 'at its beginning' : `at ${place}`);
const askAgain = 'Ask for the file once more.';
const chooseOther = 'Choose a roadmap saved as .json or .csv, or an XLSForm saved as .xlsx.';
const whoMade = 'Ask who made the file where it comes from.';
const sheets: Readonly<Record<string, string>> = { survey: 'sheet “survey”', choices: 'sheet “choices”', settings: 'sheet “settings”', table: 'table' };

/** What is in the way of a file: what happened, and what to do. Nothing has changed then. */
function obstacle(of: ReadRoadmapObstacle | RoadmapNotKept): readonly [happened: string, next: string] {
  switch (of.type) {
    case 'EmptyFile': return ['This file is empty.', askAgain];
    case 'TooLarge': return [`This file has ${megabytes(of.bytes)}; a roadmap has at most ${megabytes(of.limitBytes)}. It was not opened.`, chooseOther];
    case 'FileUnreadable': return ['The tablet did not hand over this file. It may have been moved, or it is kept online and is not on the tablet yet.', 'Open it in Files once, then choose it again.'];
    case 'NotText': return ['This file is neither text in UTF-8 nor a workbook.', chooseOther];
    case 'NotJson': return [`This file cannot be read on from line\u00a0${many(of.at.line)}, character\u00a0${many(of.at.column)}.`, askAgain];
    case 'TruncatedFile': return [`This file ends in the middle, at line\u00a0${many(of.at.line)}.`, askAgain];
    case 'TooDeep': case 'TooMany': return [`This file holds more than any roadmap does, at line\u00a0${many(of.at.line)}.`, whoMade];
    case 'ForbiddenKey': return [`This file has a field named ${of.key}. No roadmap has.`, whoMade];
    case 'NotARoadmap': return notARoadmap(of);
    case 'TruncatedZip': return ['This workbook ends too early.', askAgain];
    case 'DamagedZip': return ['This workbook is damaged.', askAgain];
    case 'EncryptedZip': return ['This workbook is locked by a password.', 'Save it without one, then choose it again.'];
    case 'ZipForm': case 'NotAWorkbook': return ['This file is packed, but is no workbook that is read here.', 'Save the form as .xlsx, then choose it again.'];
    case 'TooManyInZip': case 'LargeInZip': case 'UnzipsTooLarge': case 'ZipBomb': return ['This workbook unpacks to far more than a form holds.', whoMade];
    case 'NotXml': return [of.declares ? 'A part of this workbook declares things that no workbook needs.' : 'A part of this workbook cannot be read.', whoMade];
    case 'TooManyRows': return [`This file has more than ${many(of.limit)} rows.`, 'Split it into several roadmaps.'];
    case 'CellTooLong': return [`A cell in row\u00a0${many(of.row)} has more than ${many(of.limit)} characters.`, whoMade];
    case 'SheetMissing': return [`This workbook has no sheet named ${of.sheet}, which every XLSForm has.`, chooseOther];
    case 'ColumnMissing': return [`The ${sheets[of.sheet] ?? of.sheet} has no column named ${of.column}.`, 'Add the column, then choose the file again.'];
    case 'RowRefused': return [of.column === '' ? `Row\u00a0${many(of.row)} of this table does not end as it should.` : `Row\u00a0${many(of.row)} does not fit in column ${of.column}.`, 'Change that cell, then choose the file again.'];
    case 'NothingFits': return ['No question in this file fits a roadmap.', 'What each of them is stands below.'];
    case 'TooManyItems': return [`This file has more than ${many(of.limit)} ${of.of === 'items' ? 'items' : of.of === 'phases' ? 'groups with questions' : 'conditions'}.`, 'Split it into several roadmaps.'];
    case 'LinkBroken': return ['This link is not whole, so no roadmap can be read from it.', 'Scan the code again, or ask for the file.'];
    case 'RoadmapNotKept': return of.because === 'StorageFull' ? ['The tablet is full, so the roadmap was not kept.', 'Make room on the tablet, then keep it again.'] : ['The tablet did not store the roadmap.', 'Keep it again.'];
  }
}

function notARoadmap({ why, at: place }: Extract<ReadRoadmapObstacle, { readonly type: 'NotARoadmap' }>): readonly [string, string] {
  switch (why) {
    case 'shape': return [`This file is not a whole roadmap: it does not fit ${at(place)}.`, askAgain];
    case 'duplicate-id': return [`Two things of one id stand in this file, the second ${at(place)}.`, whoMade];
    case 'unknown-phase': case 'stage-differs': return [`An item stands in a phase that does not fit it, ${at(place)}.`, whoMade];
    case 'forbidden-sign': return [`A text holds a sign that turns or hides what is read, ${at(place)}.`, whoMade];
    case 'built-in-condition': return [`A condition has the id of one that the app has, ${at(place)}.`, whoMade];
    case 'unknown-condition': return [`A condition follows from one that is not there, ${at(place)}.`, whoMade];
    case 'condition-cycle': return [`Conditions follow from each other in a circle, ${at(place)}.`, whoMade];
    case 'retired-id': return [`An item has the id of a retired one, ${at(place)}.`, whoMade];
  }
}

/** Of each kind of thing that does not fit, one sentence. */
const unfit: Readonly<Record<Unfit, string>> = {
  type: 'Questions that are not answered by Yes, Partly, Not yet or N/A are left out.',
  metadata: 'What other tools note by themselves is left out.',
  scale: 'Questions with another scale are left out.',
  'scale-taken': 'Questions with another scale are answered here with Yes, Partly, Not yet and N/A.',
  'list-missing': 'Questions whose list of choices is not in the file are left out.',
  'no-label': 'Questions without words are left out.',
  disabled: 'Questions that are switched off in the file are left out.',
  column: 'Columns that a roadmap has no place for are left out; the questions themselves come in.',
  relevant: 'These are asked in every meeting: when they are asked in the file is more than any or all of some conditions.',
  nested: 'Groups inside of groups become phases of their own.',
  repeat: 'What is asked several times in the file is asked once here.',
  unbalanced: 'Groups that end without having begun, or do not end, were read as they stand.',
  'label-long': 'Questions with more than 60 characters are cut; the whole of them stands under “Look for”.',
  cut: 'Texts that are longer than there is room were cut.',
  signs: 'Signs that turn or hide text were taken out.',
  piped: 'Places for other answers inside a text stay as they are written.',
  language: 'Texts in other languages than English and Spanish are left out.',
  renamed: 'Of two questions with one name the later one got another id.',
  sheet: 'Sheets that a roadmap has no place for are left out.',
};

const forms: Readonly<Record<RoadmapFormatId, string>> = { 'roadmap-json': 'Roadmap', 'roadmap-csv': 'Table', 'roadmap-xlsform': 'Form' };
const formsAre: Readonly<Record<RoadmapFormatId, string>> = {
  'roadmap-json': 'All of it, as a .json file. Another tablet brings it in as it is.',
  'roadmap-csv': 'A row for each item, as a .csv file for spreadsheets. It can come back after it was edited there.',
  'roadmap-xlsform': 'An XLSForm, as an .xlsx file for ODK, KoboToolbox and other tools that read such forms.',
};
const leftOutNames = { retired: 'retired items', district: 'district settings', origin: 'what it was made from', translations: 'extra texts in its own language' } as const;

export const exchangeRoadmap = {
  bringIn: 'Bring in a roadmap',
  bringInLead: 'A roadmap from another tablet, a table, or a form of another tool (XLSForm). You see what comes in and what does not before anything is kept.',
  back: 'Roadmaps',
  file: 'File',
  fileToBring: 'Roadmap to bring in',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  orDrop: 'or drop it here',
  reading: 'Reading it. Nothing on the tablet changes.',
  obstacle: (of: ReadRoadmapObstacle | RoadmapNotKept): string => { const [happened, next] = obstacle(of); return `${happened} All roadmaps on this tablet are as they were. ${next}`; },
  comesIn: 'What comes in',
  sums: (items: number, phases: number): string => `${counted(items, 'item')} in ${counted(phases, 'phase')}`,
  version: (version: string): string => `Version ${version}`,
  itemsOf: (items: number): string => counted(items, 'item'),
  none: 'No items',
  standing: {
    new: 'No version of this roadmap is on this tablet yet.',
    'other-version': 'Another version of this roadmap is on this tablet. It stays; meetings keep the one they were begun with.',
    here: 'This version is on this tablet already. There is nothing to bring in.',
  },
  differs: (version: string, next: string): string => `Version ${version} on this tablet says something else. It stays as it is; this one would be kept as version ${next}.`,
  conditions: 'Conditions',
  conditionsLead: 'Questions of the file that others depend on. They are switched on in the plan of a meeting and are no items.',
  conditionOwn: 'A condition of this roadmap',
  conditionBuiltIn: (count: number): string => (count === 1 ? 'A condition that the app has' : 'Conditions that the app has'),
  doesNotFit: 'What does not fit',
  allFits: 'Everything in the file has its place.',
  fits: (lines: number): string => counted(lines, 'place'),
  unfit,
  sheetName: (sheet: string): string => sheets[sheet] ?? sheet,
  /** `row 4`, `rows 5–7, 11`; nothing where the whole sheet is meant. */
  rows: (ranges: string, rows: number): string => (ranges === '' ? '' : `${rows === 1 ? 'row' : 'rows'}\u00a0${ranges}`),
  unfitBelow: (lines: number): string => (lines === 1 ? 'One place in the file does not fit.' : `${many(lines)} places in the file do not fit.`),
  seeThem: 'See what becomes of them',
  showAll: (lines: number): string => `Show all ${many(lines)}`,
  otherScales: 'Bring in questions with other scales too, to be answered with Yes, Partly, Not yet and N/A',
  changes: 'What differs from the version here',
  changesLead: (version: string): string => `Compared with version ${version}.`,
  keep: 'Keep it on this tablet',
  keeping: 'Keeping it',
  leave: 'Leave it',
  kept: (title: string, version: string): string => `${title}, version ${version}, is on this tablet now.`,
  toRoadmaps: 'To the roadmaps',
  handOver: 'Hand over a roadmap',
  handOverLead: (title: string, version: string): string => `${title}, version ${version}. It says nothing about any meeting or person.`,
  missing: 'This roadmap is not on this tablet.',
  missingNext: 'It may have been removed, or it is on another tablet. All others are under Roadmaps.',
  asFile: 'As a file',
  as: 'Format',
  forms, formsAre,
  leftOut: (what: readonly (keyof typeof leftOutNames)[]): string => `Not in this form: ${listed(what.map((one) => leftOutNames[one]))}.`,
  save: 'Save it',
  share: 'Share it',
  saved: (name: string): string => `Handed to the browser as ${name}.`,
  shared: (name: string): string => `Shared as ${name}.`,
  notShared: 'The share sheet did not open. Save the file instead.',
  notMade: 'The part of the app that writes this form is not here yet. Go online once, then try again.',
  asCode: 'As a code',
  codeLabel: 'QR code with the whole roadmap',
  codeLead: 'Scan it with the camera of the other tablet. The roadmap is in the code itself; nothing is sent.',
  codeTooLarge: 'This roadmap is too large for a code that cameras read well. Hand over the file instead.',
  copyLink: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'The browser did not copy it. Use the file instead.',
  byHub: 'For all leaders of a district',
  byHubLead: 'A roadmap that is published at the district’s hub comes to each leader’s tablet by itself.',
  toHub: 'The hub',
  /** Title of the group of conditions in a form for other tools. */
  formConditions: 'About this meeting',
  yes: 'Yes',
  no: 'No',
};
