import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const file = 'src/ui/style/icons.svg';

/**
 * Puts the icons into the page, each as a symbol `i-<name>`, so that none is ever fetched.
 * `display` is the presentation attribute: the policy forbids style attributes.
 */
export function iconSprite(): Plugin {
  let root = '';
  return {
    name: 'icon-sprite',
    configResolved(config) {
      root = config.root;
    },
    configureServer(server) {
      const path = join(root, file);
      server.watcher.add(path);
      server.watcher.on('change', (changed) => {
        if (changed === path) server.ws.send({ type: 'full-reload' });
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => {
        const sprite = spriteOf(readFileSync(join(root, file), 'utf8'));
        return html.replace(/<body[^>]*>/, (body) => `${body}\n    ${sprite}`);
      },
    },
  };
}

/** The hidden sprite of all symbols in an svg file. */
export function spriteOf(svg: string): string {
  const symbols = (svg.match(/<symbol\b[\s\S]*?<\/symbol>/g) ?? []).map((symbol) =>
    symbol.replace(/^<symbol id="(?:i-)?/, '<symbol id="i-').replace(/>\s+</g, '><'),
  );
  if (symbols.length === 0) throw new Error(`${file} holds no symbols`);
  return `<svg class="sprite" aria-hidden="true" width="0" height="0" display="none">${symbols.join('')}</svg>`;
}
