import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { bundleOf } from '../../src/cli/pages.js';
import { DEFENSES } from '../../src/defenses/index.js';
import type { Campaign } from '../../src/laboratory/matrix.js';
import { renderHtmlReport } from '../../src/report/html/index.js';
import { renderSlides } from '../../src/report/slides/index.js';
import { type Lang, TEXTS } from '../../src/report/texts/index.js';
import { ablationOf, CLAIM } from '../report/extras.js';
import { madeMatrix } from '../report/fixture.js';
import { fought } from '../report/fought.js';
import { frame, rewritten } from '../report/traces.js';
import { findChromium, openBrowser } from '../support/browser.js';
import { axe, open, type Shape } from './browser.js';

const THOROUGH = process.env.MALLORY_THOROUGH === '1';
const chromium = findChromium();
if (!chromium && !THOROUGH) console.warn('the pages are not tested here: there is no Chromium on PATH');

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [390, 844],
] as const;
type View = Shape & { readonly lang: Lang };

/** Every size, light and dark, in both languages; without MALLORY_THOROUGH every size once, each of the others at least once. */
const VIEWS: readonly View[] = THOROUGH
  ? SIZES.flatMap(([width, height]) =>
      (['light', 'dark'] as const).flatMap((scheme) =>
        (['en', 'fr'] as const).map((lang) => ({ width, height, scheme, lang })),
      ),
    )
  : SIZES.map(([width, height], n) => ({
      width,
      height,
      scheme: n === 1 ? 'light' : 'dark',
      lang: n === 2 ? 'en' : 'fr',
    }));
const named = VIEWS.map(
  (view) => [`${view.width}×${view.height}, ${view.scheme}, ${view.lang}`, view] as const,
);

const EXTRAS = {
  ablation: ablationOf('full', 'mac', 'rogue-server/rewrite'),
  weights: {
    fernet: { bytes: 57, seal: 21, open: 34 },
    none: { bytes: 0, seal: null, open: null },
  },
};

const VIEW: Shape = { width: 1280, height: 720, scheme: 'light' };

/** Pixels by which the document is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth');

/** The letters of a slide that stand outside it or on another slide's controls, and the size of the smallest. */
const LETTERS = `(() => {
  const slide = document.querySelector('section.present');
  const box = slide.getBoundingClientRect();
  const scale = box.width / 1280;
  const out = [];
  let smallest = Infinity;
  const walker = document.createTreeWalker(document.querySelector('.reveal'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const home = parent.closest('section');
    if (!walker.currentNode.data.trim() || parent.closest('aside, title, desc, .aria-status')) continue;
    if ((home && home !== slide) || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const at = range.getBoundingClientRect();
    smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize));
    const room = { right: box.right - 16 * scale, left: box.left + 16 * scale, bottom: box.bottom - 40 * scale };
    if (home && (at.right > room.right || at.left < room.left || at.bottom > room.bottom || at.top < box.top))
      out.push(walker.currentNode.data);
  }
  return { out, smallest };
})()`;

test.runIf(THOROUGH)('a Chromium is there to test the pages with', () => {
  expect(chromium).not.toBeNull();
});

describe.skipIf(!chromium)('in a browser', () => {
  let browser: Browser;
  let real: Campaign;
  beforeAll(async () => {
    [browser, real] = await Promise.all([
      openBrowser(),
      fought(
        ['rogue-server/rewrite', 'rogue-server/reorder', 'log-sniffer/relay-log', 'insider/forge'],
        ['none', 'encryption', 'fernet', 'signature'],
      ),
    ]);
  });
  afterAll(() => browser?.close());

  const report = (lang: Lang): string =>
    renderHtmlReport(
      { ...real, claims: [CLAIM] },
      SCENARIOS,
      ATTACKS,
      TEXTS[lang],
      bundleOf('report'),
      EXTRAS,
    );
  const deck = (lang: Lang): string =>
    renderSlides(
      real,
      SCENARIOS.filter(({ id }) => id === 'rogue-server'),
      ATTACKS.filter(({ id }) => real.matrix.attacks.some((attack) => attack.id === id)),
      TEXTS[lang],
      bundleOf('slides'),
    );

  /** Goes through a deck to its end, and answers with how many slides it has. */
  const leaf = async (page: Page, withAxe: boolean): Promise<number> => {
    await page.waitForSelector('.reveal.ready');
    const slides = await page.locator('.slides > section').count();
    for (let n = 0; n < slides; n++) {
      await page.evaluate(`location.hash = '#/${n}'`);
      await page.waitForFunction(
        `document.querySelectorAll('.slides > section')[${n}].classList.contains('present')`,
      );
      const fragments = await page.locator('section.present .fragment').count();
      for (let step = 0; step < fragments; step++) await page.keyboard.press('ArrowRight');
      expect(await page.locator('section.present .fragment:not(.visible)').count()).toBe(0);
      const { out, smallest } = (await page.evaluate(LETTERS)) as { out: string[]; smallest: number };
      expect(out, `slide ${n + 1}`).toEqual([]);
      expect(smallest, `slide ${n + 1}`).toBeGreaterThanOrEqual(24);
      if (withAxe) expect((await axe(page)).wrong, `slide ${n + 1}`).toEqual([]);
    }
    return slides;
  };

  describe.each(named)('at %s', (_, view) => {
    test('the report and a trial of it fit, say nothing on the console and satisfy axe', async () => {
      const { page, complaints, close } = await open(browser, report(view.lang), view);
      await page.waitForSelector('.filters:not([hidden])');
      expect(await overflow(page)).toBe(0);
      const whole = await axe(page);
      expect(whole.wrong).toEqual([]);
      expect(whole.rules).toBeGreaterThan(20);
      await page.evaluate('for (const shut of document.querySelectorAll("details")) shut.open = true');
      expect(await page.locator('details.hint[open]').count()).toBeGreaterThan(6);
      expect(await overflow(page)).toBe(0);
      expect((await axe(page)).wrong).toEqual([]);
      await page.click('button[data-trial="6"]');
      await page.waitForSelector('dialog .sequence');
      expect(await overflow(page)).toBe(0);
      expect((await axe(page)).wrong).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test('every slide fits, in letters of at least 24 px, says nothing and satisfies axe', async () => {
      const { page, complaints, close } = await open(browser, deck(view.lang), view);
      // The slide is the same at every size, only scaled.
      expect(await leaf(page, view.width === 1280)).toBeGreaterThan(15);
      expect(complaints).toEqual([]);
      await close();
    }, 180_000);
  });

  test.each(['en', 'fr'] as const)('what many parts together stop fits its slides, in %s', async (lang) => {
    const many = await fought(['key-theft/ex-member', 'key-theft/after-heal'], ['none', 'full']);
    const html = renderSlides(
      many,
      SCENARIOS.filter(({ id }) => id === 'key-theft'),
      ATTACKS.filter(({ id }) => many.matrix.attacks.some((attack) => attack.id === id)),
      TEXTS[lang],
      bundleOf('slides'),
    );
    const { page, close } = await open(browser, html, VIEW);
    expect(await leaf(page, false)).toBeGreaterThan(15);
    await close();
  });

  test.each(['en', 'fr'] as const)(
    'every verdict can be read by whoever hears the page, in %s',
    async (lang) => {
      const matrix = madeMatrix(['rogue-server/drop', 'replay/now', 'insider/forge']);
      expect(new Set(matrix.trials.map(({ verdict }) => verdict)).size).toBe(5);
      const cells = matrix.trials.map((result) => ({ result, decisive: null }));
      const html = renderHtmlReport({ matrix, cells }, SCENARIOS, ATTACKS, TEXTS[lang], bundleOf('report'));
      const { page, close } = await open(browser, html, VIEW);
      await page.waitForSelector('.filters:not([hidden])');
      expect((await axe(page)).wrong).toEqual([]);
      await close();
    },
  );

  test('a trial opens by Enter, shows what was measured, and gives the focus back', async () => {
    const { page, close } = await open(browser, report('en'), VIEW);
    const place = real.matrix.trials.findIndex(
      ({ attack, defense }) => attack === 'rogue-server/rewrite' && defense === 'fernet',
    );
    await page.waitForSelector('.filters:not([hidden])');
    await page.focus(`button[data-trial="${place}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog .sequence');
    const text = await page.textContent('#trial');
    for (const words of ['rogue-server/rewrite against fernet', 'defeated', 'bad-hmac, of fernet:', 'passed'])
      expect(text).toContain(words);
    expect(await page.locator('dialog del').count()).toBeGreaterThan(0);
    expect(await page.locator('dialog ins').count()).toBeGreaterThan(0);
    expect(await page.evaluate('location.hash')).toBe('#rogue-server/rewrite~fernet');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.dataset.trial')).toBe(`${place}`);
    await close();
  });

  test('a link opens the trial that it names', async () => {
    const { page, close } = await open(browser, report('en'), VIEW, '#insider/forge~signature');
    await page.waitForSelector('dialog[open]');
    expect(await page.textContent('#trial-title')).toBe('insider/forge against signature');
    await close();
  });

  test('filters leave the rows and cells that fit, and say how many', async () => {
    const { page, close } = await open(browser, report('en'), VIEW);
    await page.waitForSelector('.filters:not([hidden])');
    expect(await page.textContent('#shown')).toBe('4 attacks, 16 cells shown');
    await page.selectOption('#by-position', 'relay');
    expect(await page.textContent('#shown')).toBe('2 attacks, 8 cells shown');
    await page.selectOption('#by-verdict', 'defeated');
    const defeated = real.matrix.trials.filter(
      ({ attack, verdict }) => attack.startsWith('rogue-server/') && verdict === 'defeated',
    );
    expect(await page.locator('button.cell:visible').count()).toBe(defeated.length);
    await page.selectOption('#by-property', 'confidentiality');
    expect(await page.locator('button.cell:visible').count()).toBe(0);
    await close();
  });

  test.each(['en', 'fr'] as const)('the default grid is seen whole, in %s', async (lang) => {
    const matrix = madeMatrix(undefined, DEFENSES);
    const html = renderHtmlReport({ matrix, cells: [] }, SCENARIOS, ATTACKS, TEXTS[lang], bundleOf('report'));
    const { page, close } = await open(browser, html, VIEW);
    await page.waitForSelector('.filters:not([hidden])');
    const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('#grid .scroll'))`;
    expect(await page.evaluate(hidden)).toBe(0);
    await close();
  });

  test('what was asked to be dark is dark', async () => {
    const { page, close } = await open(browser, report('en'), VIEW);
    const paper = (): Promise<string> =>
      page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    await page.waitForSelector('.filters:not([hidden])');
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.selectOption('#theme', 'dark');
    expect(await paper()).toBe('rgb(16, 22, 29)');
    await close();
  });

  test('an <img onerror> and an escape sequence appear as text', async () => {
    const words = '<img src=x onerror="document.title=1"> \u001b[31m <script>document.title=2</script>';
    const matrix = madeMatrix(['rogue-server/rewrite'], ['none']);
    const trace = rewritten(frame('alice', 1, 'Pay 100'), frame('alice', 1, words), words);
    const cells = matrix.trials.map((trial) => ({
      result: {
        ...trial,
        code: null,
        because: words,
        verdict: 'breached' as const,
        evidence: ['bob#2', 'bob#3'],
      },
      decisive: { tactic: { id: 'first', does: words }, trace },
    }));
    const campaign = { matrix: { ...matrix, trials: cells.map(({ result }) => result) }, cells };
    const html = renderHtmlReport(campaign, SCENARIOS, ATTACKS, TEXTS.en, bundleOf('report'));
    const { page, complaints, close } = await open(browser, html, VIEW);
    await page.click('button[data-trial="0"]');
    await page.waitForSelector('dialog .sequence');
    expect(await page.locator('img, main script, dialog script').count()).toBe(0);
    for (const place of ['.story', '.wire', '.sequence desc'])
      expect(await page.locator(place).first().textContent()).toMatch(
        /<img src=x onerror=.* (?:\\u\{1b\}|\\u001b)\[31m <script>/,
      );
    expect(await page.title()).not.toMatch(/^[12]$/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the deck prints one slide a page', async () => {
    const { page, complaints, close } = await open(browser, deck('en'), VIEW, '?print-pdf');
    await page.waitForSelector('.reveal.ready .pdf-page, .print-pdf .pdf-page');
    const slides = await page.locator('.pdf-page').count();
    expect(slides).toBe(deck('en').match(/<section /g)!.length);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBe(slides);
    expect(complaints).toEqual([]);
    await close();
  });
});
