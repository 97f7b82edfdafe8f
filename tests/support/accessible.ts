/** What is asked of every screen: axe against WCAG 2.2 AA, targets, text sizes, no sideways scroll. */
import { readFileSync } from 'node:fs';
import type { Leader } from './leader.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Axe {
  run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** What changes with the ground or the size of a screen. */
const ofLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/** What axe-core says against WCAG 2.2 AA, one line each; injected through the protocol, which the policy does not bind. */
export async function findings(leader: Leader, rules: 'all' | 'some' = 'all'): Promise<string[]> {
  await leader.page.evaluate(axe);
  const { violations } = await leader.page.evaluate(
    (runOnly) => (window as unknown as { axe: Axe }).axe.run(document, { runOnly }),
    rules === 'all' ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } : { type: 'rule', values: ofLooks },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

/** Controls under 48 px high (links inside sentences excepted), text under 15 px, and sideways scroll. */
export const measures = (leader: Leader): Promise<string[]> =>
  leader.page.evaluate(() => {
    const said: string[] = [];
    const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}"`;
    for (const control of document.querySelectorAll('button, a[href], select, input:not([type=hidden]), textarea, [role=radio]')) {
      const box = control.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || getComputedStyle(control).visibility === 'hidden') continue;
      if (control.matches('p a, li p a, .margin a, span a, .say a')) continue;
      const target = control.matches('input[type=checkbox], input[type=radio], input[type=file]') ? (control.closest('label') ?? control) : control;
      if (target.getBoundingClientRect().height < 47.5) said.push(`low: ${name(control)} ${String(Math.round(box.height))} px`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || node.textContent?.trim() === '' || parent.closest('svg, .vh, .sheet-paper, [data-paper], script, style, noscript, [hidden]')) continue;
      if (parent.getClientRects().length > 0 && parseFloat(getComputedStyle(parent).fontSize) < 15) said.push(`small: ${name(parent)}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) said.push(`sideways: ${String(document.documentElement.scrollWidth)} px`);
    return said;
  });
