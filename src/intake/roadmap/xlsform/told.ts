/** Gathers what does not fit, in the order of the file. */
import { withReferences } from '#domain/roadmap/exchange-columns.ts';
import { aboutLimit, type NotFitting, type Unfit } from '../preview.ts';
import { cutTo, oneLine } from '../fitted-text.ts';

/** More lines than a person reads; a form of 12,000 rows may have as many. */
const mostLines = 20_000;

export class Told {
  readonly lines: NotFitting[] = [];

  add(sheet: NotFitting['sheet'], row: number, why: Unfit, about: string): void {
    if (this.lines.length < mostLines) this.lines.push({ sheet, row, why, about: cutTo(oneLine(about).text, aboutLimit) });
  }

  /** The text as a roadmap can hold it; what was taken out or cut is told. */
  text(sheet: NotFitting['sheet'], row: number, input: string, most: number): string {
    const { text, lostSigns } = oneLine(withReferences(input));
    if (lostSigns) this.add(sheet, row, 'signs', text);
    if (text.length <= most) return text;
    this.add(sheet, row, 'cut', text);
    return cutTo(text, most);
  }
}
