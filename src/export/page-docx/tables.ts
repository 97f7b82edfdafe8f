/** Real tables, each with a head row that is repeated on the next page. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { inks, twips } from './styles.ts';
import { fromTheRight, runs } from './text.ts';

export interface Cell {
  readonly text: string;
  /** Said in smaller type below. */
  readonly below?: string;
  readonly atEnd?: boolean;
  readonly ink?: boolean;
}

export interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Parts of the width. */
  readonly widths: readonly number[];
  /** Twips. */
  readonly width: number;
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: inks.rule } as const;
const margins = { top: twips(3), bottom: twips(3), left: 0, right: twips(8) };

/** A table as wide as the page. */
export function tableOf({ heads, rows, widths, width }: Grid): Table {
  const sum = widths.reduce((all, one) => all + one, 0);
  const columns = widths.map((one) => Math.floor((one / sum) * width));
  const cell = (content: Cell, at: number, head: boolean): TableCell => new TableCell({
    width: { size: columns[at] ?? 0, type: WidthType.DXA }, margins, verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: none, left: none, right: none, bottom: hair },
    children: [
      line(content.text, content.atEnd === true, head ? { bold: true, size: 17, color: inks.soft } : content.ink === true ? { color: inks.ink } : {}),
      ...(content.below === undefined ? [] : [line(content.below, content.atEnd === true, { size: 17, color: inks.soft })]),
    ],
  });
  const ends = (at: number): boolean => rows[0]?.[at]?.atEnd === true;
  return new Table({
    width: { size: width, type: WidthType.DXA }, columnWidths: columns, layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((text, at) => cell({ text, atEnd: ends(at) }, at, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: row.every(({ text }) => text.length < 600), children: row.map((one, at) => cell(one, at, false)) })),
    ],
  });
}

const line = (text: string, atEnd: boolean, look: Parameters<typeof runs>[1]): Paragraph => new Paragraph({
  spacing: { after: 0, line: 260 }, alignment: atEnd ? AlignmentType.END : AlignmentType.START, children: runs(text, look), ...(fromTheRight(text) ? { bidirectional: true } : {}),
});
