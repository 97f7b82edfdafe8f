/** Texts that a spreadsheet could take for a formula, break a cell with, or change in silence. */
export const hostileCells: readonly string[] = [
  '=1+1', '=cmd|\'/c calc\'!A1', '=HYPERLINK("http://evil.example","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', '  =1', '\u200b=1', '\ufeff=1',
  '＝1＋1', '＋1', '－1', '＠SUM(1)', '−1', "'=1", "'", '"', '""', 'say "so", and', 'one\r\ntwo\rthree\nfour', ',;\t|', 'null\u0000sign', '\u0001\u0008\u000b\u001f\u007f\u0085',
  '_x0041_', '_x000D_', '_x005F_', '_X0041_', '\ufffe\uffff', '<b>&amp;</b>', ']]>', '<!--', '__proto__', 'constructor', 'toString', 'Él leyó', 'عائلة', '家庭', '👩‍👧', 'a\u0301',
  '1e5', '007', '1/2', 'TRUE', '2026-11-12', '#REF!', '{=1}', ' ', '  ends blank  ',
];
