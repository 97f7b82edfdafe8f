import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const folder = resolve(import.meta.dirname, '../export/page-pdf/browser');
const standIns: Readonly<Record<string, string>> = {
  stream: 'stream.ts', zlib: 'zlib.ts', fs: 'left-out.ts', 'png-js': 'left-out.ts', linebreak: 'left-out.ts', '@noble/ciphers/aes': 'left-out.ts',
  'brotli/decompress.js': 'left-out.ts',
};

/** The PDF library is written for Node: gives it what it needs of that, and leaves out what a page does not use. */
export function pdfInBrowser(): Plugin {
  return {
    name: 'pdf-in-browser',
    enforce: 'pre',
    resolveId(source, importer) {
      const standIn = importer !== undefined && /[\\/]node_modules[\\/](?:pdfkit|fontkit)[\\/]/.test(importer) ? standIns[source] : undefined;
      return standIn === undefined ? null : resolve(folder, standIn);
    },
    transform(code, id) {
      if (!id.endsWith('pdfkit.es.js')) return null;
      return { code: `import { Bytes as Buffer } from ${JSON.stringify(resolve(folder, 'bytes.ts'))};${code}`, map: null };
    },
  };
}
