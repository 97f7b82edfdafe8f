/** Sizes, leadings (points) and inks of the page: the design's, which the print style has too. */
import type { FontName } from './fonts.ts';
import type { Style } from './pen.ts';

export const inks = { print: '#221E1A', soft: '#544C41', rule: '#CFC7B8', strong: '#2F2A24', ink: '#1F3D61', clay: '#7A4A22' } as const;

const style = (font: FontName, size: number, times: number, color: string = inks.print): Style => ({ font, size, leading: size * times, color });

export const styles = {
  kicker: style('sans', 9.5, 1.42, inks.soft),
  sample: style('strong', 9.5, 1.42, inks.clay),
  title: { ...style('serif', 27, 1.1), tracking: -0.32 },
  label: style('sans', 8.5, 1.3, inks.soft),
  value: style('sans', 9.75, 1.3),
  lead: style('serif', 13.25, 1.4),
  section: style('strong', 10.25, 1.3),
  body: style('sans', 10.25, 1.42),
  soft: style('sans', 9, 1.42, inks.soft),
  quote: style('italic', 16.5, 1.3, inks.ink),
  number: style('serif', 10.25, 1.42, inks.soft),
  row: style('sans', 9.75, 1.25),
  rowHead: style('strong', 9.75, 1.25),
  rowNumber: style('serif', 9.75, 1.25, inks.soft),
  rowCount: style('sans', 9.75, 1.25, inks.soft),
  key: style('sans', 8.5, 1.42, inks.soft),
  kind: style('sans', 9.25, 1.3),
  kindCount: style('sans', 9.25, 1.3, inks.soft),
  bar: style('sans', 9.5, 1.2),
  barFigure: style('sans', 9.5, 1.2, inks.soft),
  thread: style('sans', 8.94, 1.3),
  threadHead: style('sans', 8.5, 1.3, inks.soft),
  threadName: style('serif', 8.94, 1.3, inks.soft),
  foot: style('sans', 8.5, 1.42, inks.soft),
} as const satisfies Readonly<Record<string, Style>>;
