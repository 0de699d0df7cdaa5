/** For tests: what axe finds amiss in a page (WCAG 2.0 to 2.2, A and AA, target size too). */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Pages allow no scripts of others: open them with `bypassCSP`. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(async () => {
    const { axe: tool }: { axe?: typeof axe } = Object(window);
    const { violations } = (await tool?.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'target-size': { enabled: true } },
    })) ?? { violations: [] };
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    }));
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}
