/** `npm run pictures`: what the README shows of the live page and of the report, taken from the real ones in a headless Chromium. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'docs', 'pictures');
const SIZE = { width: 1280, height: 720 };

const mallory = (args) => spawn(process.execPath, [join(root, 'bin', 'mallory.js'), ...args]);

/** Resolves with the first match in what a process prints. */
const printed = (child, pattern) =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found) resolve(found[0]);
    });
    child.once('close', () => reject(new Error(`it ended and printed only: ${text}`)));
  });

const ended = (child) => new Promise((resolve) => child.once('close', resolve));

async function takeStudio(browser) {
  const child = mallory(['studio', '--port', '0', '--lang', 'en']);
  const url = await printed(child, /http:\/\/\S+/);
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(`${url}&attack=rogue-server/rewrite&defense=none`);
  await page.getByRole('radio').first().check({ force: true });
  await page.getByRole('button', { name: /play/i }).first().click();
  await page.getByRole('button', { name: 'Decisive moment' }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(out, 'studio.png') });
  child.kill('SIGINT');
  await ended(child);
}

async function takeReport(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'mallory-pictures-'));
  const file = join(folder, 'report.html');
  await ended(mallory(['report', '--html', file, '--quiet']));
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  await page.locator('table').first().scrollIntoViewIfNeeded();
  await page.locator('#grid').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(out, 'report.png') });
  rmSync(folder, { recursive: true });
}

const executablePath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
mkdirSync(out, { recursive: true });
for (const path of executablePath) {
  const browser = await chromium
    .launch({ executablePath: path, args: ['--no-sandbox', '--disable-background-networking'] })
    .catch(() => null);
  if (!browser) continue;
  await takeStudio(browser);
  await takeReport(browser);
  await browser.close();
  break;
}
