/** A reader of RFC 4180 that knows nothing of the writer: one pass, one state per sign. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let state: 'start' | 'bare' | 'quoted' | 'quote' = 'start';
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  for (let at = 0; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (state === 'quoted') {
      if (sign === '"') state = 'quote';
      else field += sign;
    } else if (sign === '"') {
      if (state === 'bare') throw new Error(`a quotation mark inside a bare field at ${String(at)}`);
      if (state === 'quote') field += '"';
      state = 'quoted';
    } else if (sign === ',' || (sign === '\r' && body[at + 1] === '\n')) {
      row.push(field);
      field = '';
      state = 'start';
      if (sign === '\r') {
        rows.push(row);
        row = [];
        at += 1;
      }
    } else {
      if (state === 'quote') throw new Error(`text after a closing quotation mark at ${String(at)}`);
      field += sign;
      state = 'bare';
    }
  }
  if (state !== 'start' || row.length > 0) throw new Error('the last record does not end in CRLF');
  return rows;
}
