/** Files that were made to do harm, or are not what they say: refused whole, or shown harmless. */
import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { packedRoadmap } from '#export/roadmap-link/pack.ts';
import { write as writeXlsform } from '#export/roadmap-xlsform/write.ts';
import { readRoadmapLink } from '#intake/roadmap/read-link.ts';
import { xmlPieces } from '#intake/xlsx/xml-pieces.ts';
import { bookOf, deflateSync, formWords, obstacleOf, previewOf, strToU8, unzipSync, zipSync } from './books.ts';

const head = ['type', 'name', 'label', 'relevant'];
const choices = [['list_name', 'name', 'label'], ['yn', 'yes', 'Yes'], ['yn', 'no', 'No']];
const formOf = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> => bookOf({ survey: [head, ...rows], choices });
const own = await writeXlsform(defaultRoadmap(), formWords);

/** Our own workbook with one part in another form. */
function withPart(name: string, change: (xml: string) => string, level: 1 | 6 = 1): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(own);
  const xml = new TextDecoder().decode(parts[name]);
  expect(xml).not.toBe('');
  return new Uint8Array(zipSync({ ...parts, [name]: strToU8(change(xml)) }, { level }));
}
const survey = 'xl/worksheets/sheet1.xml';
const text = (value: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(value));

describe('a hostile workbook', () => {
  it('is refused when it declares entities, outer or nested', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(await obstacleOf(withPart(survey, (xml) => xml.replace('<worksheet', `${bomb}<worksheet`)))).toEqual({ type: 'NotXml', declares: true });
    expect(await obstacleOf(withPart(survey, (xml) => xml.replace('<is><t xml:space="preserve">type', '<is><t xml:space="preserve">&b;')))).toEqual({ type: 'NotXml', declares: false });
  });

  it('is refused when it unpacks to far more than it is', async () => {
    expect(await obstacleOf(withPart(survey, (xml) => xml.replace('<sheetData>', `<sheetData>${' '.repeat(8_000_000)}`), 6))).toMatchObject({ type: 'ZipBomb' });
    const book = new Uint8Array(zipSync({ 'xl/_rels/workbook.xml.rels': strToU8('<a/>'), 'xl/workbook.xml': new Uint8Array(150_000) }, { level: 0 }));
    const view = new DataView(book.buffer);
    view.setUint32(view.getUint32(book.length - 6, true) + 46 + 26 + 24, 25_000_000, true); // what the directory says of the second entry
    expect(await obstacleOf(book)).toMatchObject({ type: 'UnzipsTooLarge' });
  });

  it('is refused with more rows, or longer labels, than a roadmap can be', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `<row><c t="inlineStr"><is><t>${String(at)}</t></is></c></row>`).join('');
    expect(await obstacleOf(withPart(survey, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`)))).toMatchObject({ type: 'TooManyRows' });
    expect(await obstacleOf(withPart(survey, (xml) => xml.replace('>type<', `>${Array.from({ length: 150_000 }, (_, at) => String(at)).join('')}<`)))).toMatchObject({ type: 'CellTooLong', row: 1 });
    const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const items = Array.from({ length: 5_001 }, (_, at) => `<row>${cell('select_one answers')}${cell(`q${String(at)}`)}${cell('Question')}</row>`).join('');
    const many = withPart(survey, (xml) => xml.replace('</sheetData>', `${items}</sheetData>`));
    expect(await obstacleOf(many)).toEqual({ type: 'TooManyItems', of: 'items', limit: 5_000 });
  });

  it('is refused when it is cut, is no workbook, or lacks its sheets and columns', async () => {
    expect(await obstacleOf(own.slice(0, own.length / 2))).toMatchObject({ type: 'TruncatedZip' });
    expect(await obstacleOf(new Uint8Array(zipSync({ 'a.txt': strToU8('hello') })))).toEqual({ type: 'NotAWorkbook' });
    expect(await obstacleOf(bookOf({ Sheet1: [['a'], ['b']] }))).toEqual({ type: 'SheetMissing', sheet: 'survey' });
    expect(await obstacleOf(bookOf({ survey: [['type', 'label'], ['text', 'x']] }))).toEqual({ type: 'ColumnMissing', sheet: 'survey', column: 'name' });
    expect(await obstacleOf(bookOf({ survey: [head, ['select_one yn', 'a', 'A', '']] }))).toMatchObject({ type: 'NothingFits', notFitting: [{ why: 'list-missing' }] });
    expect(await obstacleOf(withPart(survey, (xml) => xml.replace('</sheetData>', '')))).toEqual({ type: 'NotXml', declares: false });
  });

  it('brings markup as text, and no mark that turns the direction', async () => {
    const { roadmap, notFitting } = await previewOf(formOf([['select_one yn', '<img src=x>', '<b onclick="x">\u202eBold\u0007</b>', ''], ['select_one yn', '__proto__', 'Second', ''], ['select_one yn', 'constructor', 'Third', '']]));
    expect(roadmap.items.map(({ id, label }) => [id, label])).toEqual([['img-src-x', '<b onclick="x">Bold </b>'], ['proto', 'Second'], ['constructor-2', 'Third']]);
    expect(notFitting.map(({ why, row }) => [why, row])).toEqual([['signs', 2], ['renamed', 4]]);
  });

  it('leaves a place for another answer in a text as it is written, and tells it', async () => {
    const { roadmap, notFitting } = await previewOf(formOf([['select_one yn', 'a', 'Was ${b} invited?', '']]));
    expect(roadmap.items[0]?.label).toBe('Was ${b} invited?');
    expect(notFitting).toMatchObject([{ row: 2, why: 'piped' }]);
  });

  it('gives the second of two names another id, and tells it', async () => {
    const { roadmap, notFitting } = await previewOf(formOf([['select_one yn', 'same', 'One', ''], ['select_one yn', 'same', 'Two', '']]));
    expect(roadmap.items.map(({ id }) => id)).toEqual(['same', 'same-2']);
    expect(notFitting).toMatchObject([{ row: 3, why: 'renamed' }]);
  });

  it('ends with conditions that hang on each other, and on themselves', async () => {
    const { roadmap, notFitting } = await previewOf(formOf([
      ['select_one yn', 'a', 'A', "${b} = 'yes'"], ['select_one yn', 'b', 'B', "${a} = 'yes'"], ['select_one yn', 'c', 'C', "${c} = 'yes'"], ['select_one yn', 'd', 'D', "${a} = 'yes'"],
    ]));
    expect(roadmap.items).toMatchObject([{ id: 'd', appliesWhen: ['a'] }]);
    expect(notFitting.map(({ row, why }) => [row, why])).toEqual([[2, 'relevant'], [3, 'relevant'], [4, 'relevant']]);
    const circle = bookOf({
      survey: [['type', 'name', 'label', 'relevant', 'calculation'], ['calculate', 'a', 'A', '', "if(${b} = 'yes', 'yes', 'no')"], ['calculate', 'b', 'B', '', "if(${a} = 'yes', 'yes', 'no')"], ['select_one yn', 'd', 'D', "${a} = 'yes'", '']],
      choices,
    });
    expect(await obstacleOf(circle)).toMatchObject({ type: 'NotARoadmap', why: 'condition-cycle' });
  });
});

describe('a hostile table, file or link', () => {
  it('is refused at its row and column', async () => {
    expect(await obstacleOf(text('a,b\n1,2'))).toEqual({ type: 'ColumnMissing', sheet: 'table', column: 'label' });
    expect(await obstacleOf(text('label,kind\nOne,quality\nTwo,odd'))).toEqual({ type: 'RowRefused', row: 3, column: 'kind' });
    expect(await obstacleOf(text('label\n"One'))).toEqual({ type: 'RowRefused', row: 2, column: '' });
    expect(await obstacleOf(text(`label\n${'x\n'.repeat(20_000)}`))).toMatchObject({ type: 'TooManyRows' });
    expect(await obstacleOf(text(`label\n${'x'.repeat(1_000_000)}`))).toMatchObject({ type: 'CellTooLong', row: 2 });
    expect(await obstacleOf(text('label\n\u202eOne'))).toMatchObject({ type: 'NotARoadmap', why: 'forbidden-sign' });
    expect(await obstacleOf(text('label\n'))).toMatchObject({ type: 'NothingFits' });
    expect(await obstacleOf(new Uint8Array(9_000_000))).toMatchObject({ type: 'TooLarge' });
    expect(await obstacleOf(new Uint8Array())).toEqual({ type: 'EmptyFile' });
    expect(await obstacleOf(text('{"id": 1'))).toMatchObject({ type: 'TruncatedFile' });
    expect(await obstacleOf(text(JSON.stringify({ ...defaultRoadmap(), items: [] })))).toMatchObject({ type: 'NotARoadmap', at: 'items' });
    expect(await obstacleOf(text('{"__proto__": {}}'))).toMatchObject({ type: 'ForbiddenKey' });
  });

  it('comes as a list of labels alone, and tells of columns it does not know', async () => {
    const { roadmap, notFitting } = await previewOf(text('Label;Owner\r\nParent input was invited;Ms. X\r\n"""Quoted""; and more";'));
    expect(roadmap.items.map(({ id, label, phase }) => [id, label, phase])).toEqual([['parent-input-was-invited', 'Parent input was invited', 'items'], ['quoted-and-more', '"Quoted"; and more', 'items']]);
    expect(notFitting).toEqual([{ sheet: 'table', row: 1, why: 'column', about: 'owner' }]);
  });

  it('is refused when a link was cut, altered, or unpacks to too much', () => {
    const packed = packedRoadmap({ ...defaultRoadmap(), items: defaultRoadmap().items.slice(0, 2) });
    const bomb = `1.${btoa(String.fromCharCode(...deflateSync(new Uint8Array(5_000_000)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
    for (const broken of ['', '1.', '2.abc', '1.%%%', '1.aaaaa', packed.slice(0, -20), packed.replace('1.', '1.A'), bomb, `1.${'A'.repeat(30_000)}`]) {
      const read = readRoadmapLink(broken);
      expect(read.ok, broken.slice(0, 20)).toBe(false);
    }
  });
});

describe('xml', () => {
  const kinds = (xml: string): string => [...xmlPieces(xml)].map((piece) => (piece.kind === 'refused' ? piece.why : piece.kind === 'text' ? piece.text : `${piece.kind} ${piece.name}`)).join('|');
  it.each([
    ['<a>x</a>', 'open a|x|close a'], ['<x:a b="1&amp;2"/>', 'open a|close a'], ['<?xml version="1.0"?><!-- <b> --><a><![CDATA[<c>]]></a>', 'open a|<c>|close a'], ['<a>&#65;&#x42;&lt;</a>', 'open a|AB<|close a'],
    ['<a><b></a></b>', 'open a|open b|not-xml'], ['<a>', 'open a|not-xml'], ['<a>&nbsp;</a>', 'open a|not-xml'], ['<!DOCTYPE a><a/>', 'declares'], ['<a b=1/>', 'not-xml'], ['<a', 'not-xml'], ['<!-- x', 'not-xml'], ['x', 'not-xml'],
  ])('%s', (xml, expected) => { expect(kinds(xml)).toBe(expected); });
  it('is not followed deeper than any workbook goes', () => { expect(kinds('<a>'.repeat(100))).toMatch(/too-deep$/u); });
});
