import type { Plugin } from 'vite';
import { metaPolicy } from '#hub/policy.ts';

/**
 * The policy as a meta element, for hosts that serve the built files without the hub's
 * headers. It says the same as the header, less what a meta element may not say.
 */
export function contentSecurityMeta(): Plugin {
  return {
    name: 'content-security-meta',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          /<meta charset="[^"]*"\s*\/?>/i,
          (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}" />`,
        ),
    },
  };
}
