/** Pages opened from a file of their own, for tests in a headless Chromium. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export interface Opened {
  readonly page: Page;
  /** Console errors, exceptions, and requests for anything but the page itself. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a page from a file of its own. */
export async function open(
  browser: Browser,
  html: string,
  { width, height, scheme }: Shape,
  query = '',
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'mallory-page-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  const url = pathToFileURL(file).href + query;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url().split('#', 1)[0] !== url && !request.url().startsWith('blob:'))
      complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  return {
    page,
    complaints,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with what is shown now, and how many of its rules found something to look at. */
export async function axe(
  page: Page,
): Promise<{ readonly wrong: readonly string[]; readonly rules: number }> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${AXE};0`);
  return page.evaluate(`axe.run().then(({ violations, passes }) => ({
    wrong: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))),
    rules: passes.length,
  }))`);
}
