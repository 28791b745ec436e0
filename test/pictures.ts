/** `npm run pictures`: what the READMEs show of the live page and of the report, taken from the real ones in a headless Chromium. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'docs', 'pictures');
const SIZE = { width: 1280, height: 720 };
/** Until the frames stand still: they fly for a second. */
const STILL_MS = 1500;

const mallory = (args: readonly string[]): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, [join(root, 'bin', 'mallory.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The first match in what a process prints. Rejects where it ends before. */
const printed = (child: ChildProcessByStdio<null, Readable, null>, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found) resolve(found[0]);
    });
    child.once('close', () => reject(new Error(`it ended and printed only: ${text}`)));
  });

const pageIn = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'no-preference' });

/** The moment that decides `rogue-server/rewrite` against no defense. */
async function takeStudio(browser: Browser): Promise<void> {
  const child = mallory(['studio', '--port', '0', '--lang', 'en']);
  const url = await printed(child, /http:\/\/\S+/);
  const page = await pageIn(browser);
  await page.goto(`${url}&attack=rogue-server/rewrite&defense=none`);
  await page.getByRole('radio').first().check({ force: true });
  await page.getByRole('button', { name: /play/i }).first().click();
  await page.getByRole('button', { name: 'Decisive moment' }).click();
  await page.waitForTimeout(STILL_MS);
  await page.screenshot({ path: join(out, 'studio.png') });
  child.kill('SIGINT');
  await once(child, 'close');
}

/** The grid as a heat map. */
async function takeReport(browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mallory-pictures-'));
  const file = join(folder, 'report.html');
  const [code] = await once(mallory(['report', '--html', file, '--lang', 'en']), 'close');
  if (code !== 0) throw new Error(`the report ended with ${code}`);
  const page = await pageIn(browser);
  await page.goto(pathToFileURL(file).href);
  await page.locator('#grid').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(out, 'report.png') });
  rmSync(folder, { recursive: true });
}

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
try {
  await takeStudio(browser);
  await takeReport(browser);
} finally {
  await browser.close();
}
console.log(`docs/pictures/studio.png and docs/pictures/report.png are ${SIZE.width} by ${SIZE.height}`);
