import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rogueServer } from '../../scenarios/rogue-server.js';
import type { StudioTrial } from '../../src/model/studio.js';
import { visible } from '../../src/report/sanitize.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { findChromium, openBrowser } from '../support/browser.js';
import { openTestStudio, SHELF, type TestStudio } from '../support/studio.js';
import { THOROUGH } from '../support/thorough.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OVERFLOWING = readFileSync(new URL('overflowing.js', import.meta.url), 'utf8');
const BUNDLE = new URL('../../dist/pages/studio.js', import.meta.url);

/** The column that is fought: the whole one in CI. */
const GRID = SHELF.grid.filter(({ id }) => THOROUGH || id.startsWith('rogue-server/'));

const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  '\u001b[31mred\u001b[0m \u202etxt.exe',
  '</pre><script>document.title=1</script>',
] as const;

test('the script of the page is under 150 KB compressed', () => {
  expect(gzipSync(readFileSync(BUNDLE)).length).toBeLessThan(150_000);
});

const skipped = findChromium() === null && !THOROUGH;
if (skipped) console.warn('skipped: there is no chromium on the PATH to look at the live page with');

describe.skipIf(skipped)('the live page', () => {
  let browser: Browser;
  let studio: TestStudio;
  beforeAll(async () => {
    const hostile: typeof rogueServer = {
      ...rogueServer,
      title: HOSTILE[0],
      teaches: { ...rogueServer.teaches!, notice: HOSTILE },
      script: () => HOSTILE.map((text) => ({ do: 'say', author: 'alice', text })),
    };
    const twin = SHELF.attacks.find(({ id }) => id === 'rogue-server/drop')!;
    studio = await openTestStudio({
      ...SHELF,
      grid: GRID,
      attacks: [...SHELF.attacks, { ...twin, id: 'hostile/drop', title: HOSTILE[0] }],
      scenarios: [...SHELF.scenarios, { ...hostile, id: 'hostile' }],
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await studio?.close();
  });

  const complaints: string[] = [];
  const foreign: string[] = [];
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
    expect(foreign.splice(0)).toEqual([]);
  });

  interface Opening extends BrowserContextOptions {
    readonly hash?: string;
    readonly lang?: string;
  }

  /** A window of its own, in which nobody may complain and nothing may be asked of anybody else. */
  async function open({ hash = '', lang = 'en', ...options }: Opening = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(http:\/\/127\.0\.0\.1:|blob:)/.test(request.url())) foreign.push(request.url());
    });
    await page.goto(`http://127.0.0.1:${studio.port}/?lang=${lang}#token=${studio.token}&${hash}`);
    await page.waitForSelector('.play:enabled');
    return page;
  }

  /** Presses play, and answers what the server told the page. */
  async function play(page: Page): Promise<StudioTrial> {
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/api/trial')),
      page.click('.play'),
    ]);
    const trial: StudioTrial = await response.json();
    await page.waitForSelector(trial.trace ? '.transport' : '.verdict');
    return trial;
  }

  const verdictOf = async (page: Page): Promise<string> => {
    await page.keyboard.press('End');
    return (await page.textContent('.verdict .word'))!;
  };

  test('takes the token out of the address before anybody sees it, and nothing else', async () => {
    const page = await open();
    expect(page.url()).not.toContain(studio.token);
    expect(page.url()).toContain('#attack=rogue-server/rewrite&defense=none&seed=1');
    await page.context().close();
    const chosen = await open({ hash: 'attack=replay/after-ttl&defense=ttl&seed=7' });
    expect(chosen.url()).not.toContain(studio.token);
    expect(chosen.url()).toContain('#attack=replay/after-ttl&defense=ttl&seed=7');
    expect(await chosen.inputValue('#attack')).toBe('replay/after-ttl');
    await chosen.context().close();
  });

  test('a link without the token works in a new tab while the studio runs', async () => {
    const page = await open();
    const tab = await page.context().newPage();
    await tab.goto(`http://127.0.0.1:${studio.port}/#attack=rogue-server/drop&defense=sequence&seed=1`);
    await tab.waitForSelector('.play:enabled');
    expect(await tab.inputValue('#attack')).toBe('rogue-server/drop');
    await page.context().close();
  });

  test('plays rewrite under none, then with signature switched on: the verdict changes', async () => {
    const page = await open({ hash: 'attack=rogue-server/rewrite&defense=none&seed=1' });
    await page.keyboard.press('1');
    await play(page);
    expect(await page.isVisible('.verdict')).toBe(false);
    expect(await verdictOf(page)).toBe('✗ breached');
    expect(await page.textContent('.caption')).toContain('You predicted it.');
    await page.getByLabel('signature Ed25519').check();
    await page.waitForSelector('.verdict', { state: 'detached' });
    expect(page.url()).toContain('&defense=signature&');
    await page.keyboard.press('1');
    const { result } = await play(page);
    expect(result).toMatchObject({ verdict: 'defeated', code: 'bad-signature' });
    expect(await verdictOf(page)).toBe('✓ defeated');
    expect(await page.textContent('.caption')).toContain('You predicted: the attack gets through, unnoticed');
    expect(await page.textContent('.verdict')).toContain('bad-signature (signature)');
    await page.context().close();
  });

  test('shows the frames of the trace: all of them, in order, with their bytes', async () => {
    const page = await open({ hash: 'attack=replay/now&defense=mac&seed=1' });
    const { trace } = await play(page);
    const crossing = trace!.filter(({ kind }) => ['frame-out', 'forward', 'inject'].includes(kind));
    await page.getByLabel('Every event').check();
    await page.keyboard.press('Home');
    const seen: string[] = [];
    for (let step = 0; step < trace!.length; step++) {
      const ids = await page.$$eval('.frame', (all) => all.map((frame) => frame.getAttribute('data-event')!));
      seen.push(...ids);
      await page.keyboard.press('ArrowRight');
    }
    expect(crossing.length).toBeGreaterThan(10);
    expect(seen).toEqual(crossing.map(({ id }) => id));
    await page.context().close();
  });

  test('marks what Mallory changed in a frame, before and after', async () => {
    const page = await open({ hash: 'attack=rogue-server/rewrite&defense=none&seed=1' });
    const { trace } = await play(page);
    await page.keyboard.press('Home');
    while (!(await page.$('.frame.replace'))) await page.keyboard.press('ArrowRight');
    const id = await page.getAttribute('.frame.replace', 'data-event');
    await page.click('.frame.replace');
    const event = trace!.find((candidate) => candidate.id === id)!;
    if (event.kind !== 'forward' || event.bytes === null) throw new Error('it was no changed frame');
    const shown = await page.$$eval('.bytes pre', (all) => all.map((pre) => pre.textContent));
    expect(shown).toEqual([visible(event.before), visible(event.bytes)]);
    const [was, is] = await page.$$eval('.bytes mark', (all) => all.map((mark) => mark.textContent!));
    expect(event.before.replace(was!, is!)).toBe(event.bytes);
    expect(was).toContain('euros');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.context().close();
  });

  test('hostile words stand there as words: in titles, on screens, in frames and in tables', async () => {
    const page = await open({ hash: 'attack=hostile/drop&defense=none&seed=1' });
    expect(await page.textContent('select option:checked')).toBe(HOSTILE[0]);
    const { trace } = await play(page);
    const title = await page.title();
    await page.getByLabel('Every event').check();
    await page.keyboard.press('Home');
    const said = new Set<string>();
    for (let step = 0; step <= trace!.length; step++) {
      for (const text of await page.$$eval('.said', (all) => all.map(({ textContent }) => textContent!)))
        said.add(text);
      await page.keyboard.press('ArrowRight');
    }
    for (const text of HOSTILE) expect(said).toContain(visible(text));
    expect([...said].join()).not.toMatch(/[\u001b\u202e]/u);
    expect(visible(HOSTILE[1])).toContain('\\u{1b}[31mred');
    await page.keyboard.press('Home');
    while (!(await page.$('.frame .clear:has-text("onerror")'))) await page.keyboard.press('ArrowRight');
    await page.click('.frame');
    expect(await page.textContent('.bytes pre')).toContain('<img src=x onerror=');
    expect(await page.$$('#app img, #app script')).toEqual([]);
    expect(await page.title()).toBe(title);
    await page.context().close();
  });

  test('a switch that makes no sense beside the others is off, and says why', async () => {
    const page = await open({ hash: 'attack=rogue-server/rewrite&defense=fernet&seed=1' });
    const refused = page.locator('.part.refused', { hasText: 'encryption AES-128-CTR' }).first();
    expect(await refused.locator('input').isDisabled()).toBe(true);
    expect(await refused.textContent()).toContain('both encrypt the body');
    await page.getByLabel('fernet Fernet').uncheck();
    await refused.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('fights the whole column, cell by cell, and a click on one picks it', {
    timeout: 300_000,
  }, async () => {
    const page = await open({ hash: 'attack=rogue-server/rewrite&defense=signature&seed=1' });
    await page.keyboard.press('c');
    await page.waitForSelector('.cell .word:not(:empty)');
    await page.waitForSelector('.column p button', { state: 'detached', timeout: 290_000 });
    const words = await page.$$eval('.cell .word', (all) => all.map(({ textContent }) => textContent));
    expect(words).toHaveLength(GRID.length);
    expect(words).not.toContain('');
    const through = words.filter((word) => word === 'breached').length;
    expect(await page.textContent('.column p b')).toBe(`${through} of ${words.length} get through unnoticed`);
    await page.click('.cell:has-text("duplicate")');
    // The address follows once the choice is drawn; if it never does, this fails.
    await page.waitForURL(/#attack=rogue-server\/duplicate&defense=signature&seed=1$/);
    await page.context().close();
  });

  test('the keyboard plays, steps, replays and helps', async () => {
    const page = await open({ reducedMotion: 'no-preference' });
    await page.keyboard.press('Enter');
    await page.waitForSelector('.transport');
    const at = (): Promise<string | null> => page.textContent('.transport .at');
    await page.keyboard.press(' ');
    await page.keyboard.press('Home');
    expect(await at()).toMatch(/^1 \//);
    await page.keyboard.press('ArrowRight');
    expect(await at()).toMatch(/^2 \//);
    await page.keyboard.press('ArrowLeft');
    expect(await at()).toMatch(/^1 \//);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.keyboard.press(' ');
    await expect.poll(at, { timeout: 10_000 }).not.toMatch(/^1 \//);
    await page.keyboard.press('?');
    expect(await page.textContent('dialog')).toContain('decisive moment');
    await page.context().close();
  });

  test('a trial can be taken away as HTML, as SVG, as Mermaid and as its trace', async () => {
    const page = await open();
    const { exports } = await play(page);
    await page.keyboard.press('End');
    for (const [label, extension] of [
      ['HTML', 'html'],
      ['SVG', 'svg'],
      ['Trace (NDJSON)', 'ndjson'],
      ['Mermaid', 'mmd'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: label, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`rogue-server-rewrite-none-seed-1.${extension}`);
      const text = exports.find((each) => each.extension === extension && each.lang !== 'fr')!.text;
      expect(readFileSync(await download.path(), 'utf8')).toBe(text);
    }
    await page.context().close();
  });

  test('speaks the French of the reports: the same words for verdicts, tactics and the referee', async () => {
    const page = await open({ lang: 'fr', hash: 'attack=rogue-server/rewrite&defense=none&seed=1' });
    expect(await page.textContent('#attack')).toContain(TEXTS.fr.said('The server rewrites a message'));
    const { result, tactic } = await play(page);
    expect(await verdictOf(page)).toBe(`✗ ${TEXTS.fr.verdict.breached}`);
    const told = await page.textContent('.verdict');
    expect(told).toContain(TEXTS.fr.said(result.because));
    expect(told).toContain(TEXTS.fr.said(tactic!.does));
    expect(await page.$$('.verdict [lang=en]')).toEqual([]);
    await page.context().close();
  });

  /** Opens what a question still hides, hint by hint, by Enter alone, and answers what stood there after each press. */
  async function hintsIn(page: Page, place: number): Promise<string[][]> {
    const button = page.locator('.hint').nth(place);
    await button.focus();
    const seen: string[][] = [];
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('Enter');
      seen.push(await page.$$eval(`#lesson-hints-${place} p`, (all) => all.map((p) => p.textContent!)));
      expect(await button.getAttribute('aria-expanded')).toBe(`${seen.at(-1)!.length > 0}`);
      if (seen.at(-1)!.length === 0) break;
    }
    return seen;
  }

  test.each(['en', 'fr'] as const)(
    'the lesson opens when asked, and its hints one by one, in %s',
    async (lang) => {
      const { said, lesson } = TEXTS[lang];
      const { notice, questions, reading } = rogueServer.teaches!;
      const page = await open({ lang, hash: 'attack=rogue-server/drop&defense=none&seed=1' });
      const head = page.locator('.lesson h2 button');
      expect(await head.textContent()).toContain(said(rogueServer.title));
      expect(await head.getAttribute('aria-expanded')).toBe('false');
      expect(await page.isVisible('#lesson-body')).toBe(false);
      await head.focus();
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-expanded')).toBe('true');
      const text = await page.textContent('#lesson-body');
      for (const shown of [...notice, ...questions.map(({ asks }) => asks)])
        expect(text).toContain(said(shown));
      for (const [place, { hints }] of questions.entries()) {
        for (const hint of hints) expect(text).not.toContain(said(hint));
        const told = hints.map(
          (hint, n) =>
            `${lesson.hint(`${n + 1}`, `${hints.length}`)}${lang === 'fr' ? '\u00a0:' : ':'} ${said(hint)}`,
        );
        expect(await hintsIn(page, place)).toEqual([...told.map((_, n) => told.slice(0, n + 1)), []]);
      }
      expect(
        await page.$$eval('#lesson-body .address', (all) => all.map((code) => code.textContent)),
      ).toEqual(reading.flatMap(({ address }) => address ?? []));
      const english = await page.$$eval('.lesson [lang=en]', (all) => all.map((each) => each.textContent));
      expect(english).toEqual(reading.map(({ title }) => title));
      expect(await page.$$('a[href]')).toEqual([]);
      await page.context().close();
    },
  );

  test('a lesson leads to the cell where its answer can be seen, and back to the stage when that is played', async () => {
    const page = await open({ hash: 'attack=rogue-server/drop&defense=none&seed=1' });
    await page.keyboard.press('l');
    const [caption, lesson] = [page.locator('.caption'), page.locator('.lesson')];
    const topOf = async (place: typeof lesson): Promise<number> => (await place.boundingBox())!.y;
    expect(await topOf(lesson)).toBeLessThan(100);
    expect(await topOf(caption)).toBeLessThan(0);
    await page.getByRole('button', { name: 'drop against sequence', exact: true }).click();
    await page.waitForURL(/#attack=rogue-server\/drop&defense=sequence&/);
    await page.waitForSelector('.play:enabled');
    const { result } = await play(page);
    expect(result).toMatchObject({ attack: 'rogue-server/drop', defense: 'sequence' });
    await expect.poll(() => topOf(caption)).toBeGreaterThan(40);
    await page.selectOption('#attack', 'insider/forge');
    const insider = SHELF.scenarios.find(({ id }) => id === 'insider')!;
    await page.waitForSelector(`.lesson h2:has-text("${insider.title}")`);
    expect(await page.textContent('#lesson-body')).toContain(insider.teaches!.notice[0]);
    await page.keyboard.press('l');
    expect(await page.isVisible('#lesson-body')).toBe(false);
    await page.context().close();
  });

  test('a lesson with hostile words shows them as words', async () => {
    const page = await open({ hash: 'attack=hostile/drop&defense=none&seed=1' });
    await page.keyboard.press('l');
    const notice = await page.$$eval('.points:first-of-type li', (all) => all.map((li) => li.textContent));
    expect(notice).toEqual(HOSTILE.map(visible));
    expect(await page.$$('#app img, #app script')).toEqual([]);
    await page.context().close();
  });

  const SIZES = [
    [1280, 720],
    [1920, 1080],
    [390, 844],
  ] as const;
  const LOOKS = SIZES.flatMap(([width, height]) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      ['en', 'fr'].map((lang) => ({ width, height, colorScheme, lang })),
    ),
  ).filter((_, index) => THOROUGH || index % 5 === 0);

  test.each(LOOKS)(
    'at $width × $height, $colorScheme, $lang: nothing overflows, axe finds nothing',
    async ({ width, height, colorScheme, lang }) => {
      const page = await open({
        hash: 'attack=insider/forge&defense=fernet&seed=1',
        viewport: { width, height },
        colorScheme,
        lang,
      });
      await inspect(page);
      await play(page);
      await inspect(page);
      await page.keyboard.press('e');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await inspect(page);
      await page.keyboard.press('End');
      await inspect(page);
      await page.keyboard.press('c');
      await page.waitForSelector('.cell .word:not(:empty)');
      await page.click('.column p button');
      await inspect(page);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      await page.context().close();
    },
  );

  test.each(LOOKS)(
    'the lesson at $width × $height, $colorScheme, $lang: nothing overflows, axe finds nothing',
    async ({ width, height, colorScheme, lang }) => {
      const page = await open({
        hash: 'attack=rogue-server/rewrite&defense=none&seed=1',
        viewport: { width, height },
        colorScheme,
        lang,
      });
      await page.click('.lesson h2 button');
      await inspect(page);
      for (let place = 0; place < 3; place++) await page.locator('.hint').nth(place).click();
      await inspect(page);
      for (let press = 0; press < 2; press++)
        for (let place = 0; place < 3; place++) await page.locator('.hint').nth(place).click();
      expect(await page.locator('.hints p').count()).toBeGreaterThan(6);
      await inspect(page);
      await page.context().close();
    },
  );

  /** Nothing is wider than its window, no word leaves the stage, and axe-core has no complaint. */
  async function inspect(page: Page): Promise<void> {
    expect(await page.evaluate(OVERFLOWING)).toEqual([]);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
