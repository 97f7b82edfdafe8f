/**
 * A page as a Word document: headings, lists and tables are real ones, in the order in which
 * they are read. Columns become one, since columns of different height do not survive editing.
 */
import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WritePage } from '../format.ts';
import type { Page, Paper } from '../page.ts';
import { partsOf } from './blocks.ts';
import { faces, inks, numbering, stylesIn } from './styles.ts';
import { clean, paragraph, runs } from './text.ts';

/** Twips. */
const papers: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  letter: { width: 12_240, height: 15_840 }, a4: { width: 11_906, height: 16_838 },
};
const margins = { top: 720, bottom: 720, left: 979, right: 979, footer: 500 };

export const write: WritePage = async (page, { paper }) => {
  const size = papers[paper];
  const document = new Document({
    title: clean(page.name), creator: 'Quiet Checkpoint', lastModifiedBy: 'Quiet Checkpoint', description: clean(page.purposeLine),
    styles: stylesIn(page.language), numbering,
    sections: [{
      properties: { page: { size, margin: margins } },
      footers: { default: new Footer({ children: [paragraph(page.purposeLine, { style: 'Foot' }), sourceLine(page)] }) },
      children: [head(page), paragraph(page.title, { heading: HeadingLevel.HEADING_1 }), ...partsOf(page.blocks, size.width - margins.left - margins.right)],
    }],
  });
  return undated(new Uint8Array(await Packer.toArrayBuffer(document)), page.language);
};

const head = ({ kicker, sampleLine }: Page): Paragraph => new Paragraph({
  style: 'Kicker',
  children: [...runs(kicker), ...(sampleLine === null ? [] : runs(`   ${sampleLine}`, { bold: true, color: inks.clay }))],
});

/** Numbers that stand nowhere in the words around them, to find where the page numbers go. */
const [pageSlot, pagesSlot] = [71_717_171, 72_727_272];

function sourceLine({ footer, pageOf }: Page): Paragraph {
  const words = ` · ${pageOf(pageSlot, pagesSlot)}`.split(new RegExp(`(${String(pageSlot)}|${String(pagesSlot)})`));
  const children = words.map((part) => (part === String(pageSlot) ? PageNumber.CURRENT : part === String(pagesSlot) ? PageNumber.TOTAL_PAGES : part));
  return new Paragraph({ style: 'Foot', children: [new TextRun({ children: [clean(footer), ...children] })] });
}

/** The same for every file, so that it does not tell the day on which it was made. */
const mtime = new Date(1980, 0, 2);
const made = '1980-01-02T00:00:00Z';

/** Days taken out of the file, language and stand-ins for the faces put in. */
function undated(bytes: Uint8Array, language: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array())
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made}`)
    .replace('</cp:coreProperties>', `<dc:language>${language.replaceAll(/[^\w-]/g, '')}</dc:language></cp:coreProperties>`);
  const fonts = strFromU8(files['word/fontTable.xml'] ?? new Uint8Array()).replace(/(<w:fonts\b[^>]*?)\/?>[^]*$/, `$1>${fontNames}</w:fonts>`);
  return zipSync({ ...files, 'docProps/core.xml': strToU8(core), 'word/fontTable.xml': strToU8(fonts) }, { mtime });
}

const font = (name: string, other: string, family: string): string =>
  `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:family w:val="${family}"/></w:font>`;
const fontNames = `${font(faces.sans, 'Verdana', 'swiss')}${font(faces.serif, 'Georgia', 'roman')}`;
