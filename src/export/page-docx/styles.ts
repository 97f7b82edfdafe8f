/** Styles of the document: the page's sizes and inks, as Word's own heading, list and text styles. */
import { AlignmentType, BorderStyle, LevelFormat, type IPropertiesOptions } from 'docx';

export const inks = { print: '221E1A', soft: '544C41', rule: 'CFC7B8', strong: '2F2A24', ink: '1F3D61', clay: '7A4A22' } as const;
/** The app's own faces; `fontTable` names what stands in for them where they are not installed. */
export const faces = { sans: 'Atkinson Hyperlegible Next', serif: 'Source Serif 4' } as const;
export const bullets = 'points';

/** Half points. */
const size = (points: number): number => Math.round(points * 2);
/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

const everywhere = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name });
const ruleAbove = { top: { style: BorderStyle.SINGLE, size: 12, space: 4, color: inks.strong } };

type Styles = NonNullable<IPropertiesOptions['styles']>;

export const stylesIn = (language: string): Styles => ({
  default: {
    document: {
      run: { font: everywhere(faces.sans), size: size(10.25), color: inks.print, language: { value: language } },
      paragraph: { spacing: { line: 300, after: 60 } },
    },
    heading1: { run: { font: everywhere(faces.serif), size: size(27), color: inks.print }, paragraph: { keepNext: true, spacing: { after: 160, line: 264 } } },
    heading2: {
      run: { font: everywhere(faces.sans), size: size(10.25), bold: true, color: inks.print },
      paragraph: { keepNext: true, spacing: { before: 220, after: 80 }, border: ruleAbove },
    },
    heading3: { run: { font: everywhere(faces.sans), size: size(10.25), bold: true, color: inks.print }, paragraph: { keepNext: true, spacing: { before: 160, after: 60 } } },
  },
  paragraphStyles: [
    { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { size: size(9.5), color: inks.soft }, paragraph: { keepNext: true } },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { font: everywhere(faces.serif), size: size(13.25) }, paragraph: { spacing: { before: 220, after: 240, line: 336 } } },
    {
      id: 'Quote', name: 'Quote', basedOn: 'Normal',
      run: { font: everywhere(faces.serif), size: size(16.5), italics: true, color: inks.ink },
      paragraph: { keepNext: true, indent: { left: twips(24) }, spacing: { before: 200, after: 60, line: 312 } },
    },
    { id: 'QuoteBy', name: 'Quote by', basedOn: 'Normal', run: { size: size(9), color: inks.soft }, paragraph: { indent: { left: twips(24) }, spacing: { after: 200 } } },
    { id: 'Soft', name: 'Soft', basedOn: 'Normal', run: { size: size(9), color: inks.soft } },
    { id: 'Foot', name: 'Foot', basedOn: 'Normal', run: { size: size(8.5), color: inks.soft } },
  ],
});

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [{
    reference: bullets,
    levels: [{
      level: 0, format: LevelFormat.BULLET, text: '\u2022', alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: twips(18), hanging: twips(14) } } },
    }],
  }],
};
