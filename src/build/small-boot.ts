import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';

/** Makes the built boot.js small: what lies in `public/` is copied as it is, comments and all. */
export function smallBoot(): Plugin {
  return {
    name: 'small-boot',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler(options) {
        const path = join(options.dir ?? 'dist', 'boot.js');
        const { code, errors } = await minify('boot.js', readFileSync(path, 'utf8'), { module: false });
        if (errors[0]) this.error(`boot.js: ${errors[0].message}`);
        writeFileSync(path, code);
      },
    },
  };
}
