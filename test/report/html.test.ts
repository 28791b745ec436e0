import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import type { Campaign } from '../../src/laboratory/matrix.js';
import { renderHtmlReport } from '../../src/report/html/index.js';
import type { PageData } from '../../src/report/html/page.js';
import { renderSlides } from '../../src/report/slides/index.js';
import { type Lang, TEXTS } from '../../src/report/texts/index.js';
import { ablationOf, CLAIM } from './extras.js';
import { HOSTILE, hostileMatrix } from './fixture.js';
import { fought } from './fought.js';
import { frame, rewritten } from './traces.js';

const BUNDLE = { script: 'let x = "</script><!--";', style: 'p { color: red }' };
const dataOf = (page: string): PageData =>
  JSON.parse(
    inflateRawSync(Buffer.from(/id="data">([^<]*)</.exec(page)![1]!, 'base64')).toString(),
  ) as PageData;
const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, '\n');

let real: Campaign;
beforeAll(async () => {
  real = await fought(
    ['rogue-server/rewrite', 'rogue-server/duplicate', 'log-sniffer/relay-log'],
    ['none', 'encryption', 'fernet'],
  );
});
const report = (lang: Lang = 'en'): string => renderHtmlReport(real, SCENARIOS, ATTACKS, TEXTS[lang], BUNDLE);
const deck = (lang: Lang = 'en'): string =>
  renderSlides(
    real,
    SCENARIOS.filter(({ id }) => id === 'rogue-server'),
    ATTACKS.filter(({ id }) => id.startsWith('rogue-server/re')),
    TEXTS[lang],
    BUNDLE,
  );

describe('a page', () => {
  test('may run its own script and nothing else, and load nothing', () => {
    const page = report();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    const script = page.slice(page.lastIndexOf('<script>') + 8, page.lastIndexOf('</script>'));
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${hash(script)}';`);
    expect(policy).toContain(`style-src 'sha256-${hash(style)}';`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('is not ended by what its script says', () => {
    const page = report();
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).toContain('let x = "\\x3c/script>\\x3c!--";');
  });

  test.each(['report', 'deck'])('asks for no other file: the %s', (which) => {
    const page = which === 'report' ? report() : deck();
    expect(page).not.toMatch(/\s(?:src|srcset|data|action|poster)=/);
    // A link to a work to read is followed by whoever presses it, never by the page.
    const works = SCENARIOS.flatMap(({ teaches }) => teaches!.reading.map(({ address }) => address));
    for (const [, tag, target] of page.matchAll(/<(\w+)[^<>]*? href="([^"]*)"/g)) {
      expect(tag).toBe('a');
      if (!target!.startsWith('#')) expect(works).toContain(target);
    }
    expect(page.match(/href=/g) ?? []).toHaveLength([...page.matchAll(/<a[^<>]*? href="/g)].length);
    expect(page.slice(0, page.indexOf('<body>'))).not.toMatch(/<link|@import|url\(/);
  });
});

describe('the HTML report', () => {
  test('says each verdict by a glyph and by a word, in a button with a name', () => {
    const page = report();
    for (const [place, { attack, defense, verdict }] of real.matrix.trials.entries()) {
      const button = new RegExp(`<button [^>]*data-trial="${place}"[^>]*>.*?</button>`).exec(page)![0];
      expect(button).toContain(`aria-label="${attack} against ${defense}: ${verdict}"`);
      expect(button).toContain(
        verdict === 'breached'
          ? '✗</b> <span class="word">breached</span>'
          : '✓</b> <span class="word">defeated</span>',
      );
    }
    expect(page.match(/<th scope="row"/g)!.length).toBeGreaterThanOrEqual(3);
    expect(page.match(/<th scope="col"/g)!.length).toBeGreaterThanOrEqual(4);
  });

  test('carries each trial: its story, its scene, its bytes, its check, its controls, as in the matrix', () => {
    const { trials } = dataOf(report());
    expect(trials.map(({ attack, defense, verdict }) => [attack, defense, verdict])).toEqual(
      real.matrix.trials.map(({ attack, defense, verdict }) => [attack, defense, verdict]),
    );
    for (const trial of trials) {
      expect(trial.story.length).toBeGreaterThan(1);
      expect(trial.scene!.cast.length).toBeGreaterThan(1);
      expect(trial.controls.map(({ kind }) => kind).sort()).toEqual(['benign', 'positive']);
    }
    const stopped = trials.find(
      ({ attack, defense }) => attack === 'rogue-server/rewrite' && defense === 'fernet',
    )!;
    expect(stopped.check).toEqual({
      code: 'bad-hmac',
      part: 'fernet',
      means: "the token's HMAC does not verify",
    });
    const bytes = stopped.story.flatMap(({ bytes }) => bytes ?? []);
    const changed = bytes.find(({ kind }) => kind === 'changed');
    expect(changed?.kind === 'changed' && changed.stretches.some(({ differs }) => differs)).toBe(true);
  });

  test('holds no secret that was not guessed', () => {
    const { trials } = dataOf(report());
    let hidden = 0;
    for (const [place, { decisive }] of real.cells.entries()) {
      const trial = JSON.stringify(trials[place]);
      const guesses = decisive!.trace.flatMap((event) => (event.kind === 'guess' ? event.text : []));
      for (const event of decisive!.trace)
        if (event.kind === 'send' && event.secret && !guesses.includes(event.secret)) {
          expect(trial).not.toContain(event.secret);
          if (trial.includes('•'.repeat(event.secret.length))) hidden++;
        }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  test('has a section for what was measured beside, and none without', () => {
    const without = report();
    expect(without).not.toContain('<section id="claims">');
    expect(textOf(without)).toContain('mallory report --html FILE --leave-one-out');
    expect(textOf(without)).not.toContain('bytes added to a message');
    const page = renderHtmlReport({ ...real, claims: [CLAIM] }, SCENARIOS, ATTACKS, TEXTS.en, BUNDLE, {
      ablation: ablationOf('full', 'mac', 'a/b'),
      weights: { fernet: { bytes: 57, seal: 21, open: 34 } },
    });
    for (const words of ['Le MAC suffit', 'half right', '57 bytes', '21 µs and 34 µs', 'a/b'])
      expect(textOf(page)).toContain(words);
    expect(page).toContain('<section id="ablation">');
    expect(textOf(page)).not.toContain('--leave-one-out');
  });

  test('names what got through everywhere as a risk that stays, with what was seen, and nothing else', () => {
    const page = textOf(report());
    const { attacks, trials } = real.matrix;
    const kept = attacks.filter(({ id }) => {
      const played = trials.filter(({ attack, verdict }) => attack === id && verdict !== 'not-applicable');
      return played.length > 0 && played.every(({ verdict }) => verdict === 'breached');
    });
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(attacks.length);
    for (const { id } of attacks) {
      const { because } = trials.findLast(({ attack }) => attack === id)!;
      expect(page.includes(because), `${id}: ${because}`).toBe(
        kept.some((other) => trials.findLast(({ attack }) => attack === other.id)!.because === because),
      );
    }
  });

  test('shows as text what an attacker chose', () => {
    const matrix = hostileMatrix();
    const scenario = {
      id: 'evil',
      title: HOSTILE.join(''),
      story: HOSTILE.join(''),
      lesson: HOSTILE.join(''),
    };
    const words = HOSTILE.join('');
    const trace = rewritten(frame('alice', 1, 'Pay 100'), frame('alice', 1, 'x'), words);
    const cells = matrix.trials.map((result) => ({
      result: { ...result, code: 'bad-mac' },
      decisive: { tactic: { id: words, does: words }, trace },
    }));
    const deckScenario = { ...scenario, cast: ['alice'] };
    const attack = { position: 'relay', property: 'integrity', title: words, sources: [words] } as const;
    const pages = [
      renderHtmlReport({ matrix, cells }, [scenario], [{ id: 'evil/a', sources: [words] }], TEXTS.en, BUNDLE),
      renderSlides({ matrix, cells }, [deckScenario], [{ ...attack, id: 'evil/a' }], TEXTS.en, BUNDLE),
    ];
    for (const page of pages) {
      const body = page.slice(page.indexOf('<body>'), page.lastIndexOf('<script>'));
      expect(body).not.toMatch(/<(?:img|script(?! type="application)|iframe|a (?!class|href="#))/i);
      expect(body).not.toMatch(/<[^>"]*\son\w+=/i);
      expect(body.replaceAll('\n', '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
      );
    }
    expect(pages[0]).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('a lesson in the page', () => {
  const { teaches } = SCENARIOS.find(({ id }) => id === 'rogue-server')!;

  test('keeps each hint shut until it is opened', () => {
    const page = report();
    const hints = teaches!.questions.flatMap((question) => question.hints);
    const shut = [...page.matchAll(/<details class="hint"><summary>([^<]*)<\/summary><p>([^<]*)<\/p>/g)];
    const names = shut.map(([, name]) => name);
    expect(names.slice(0, 3)).toEqual(['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3']);
    for (const hint of hints) expect(shut.map(([, , text]) => text)).toContain(hint);
  });

  test('says what to look at and not what comes of it', () => {
    const text = textOf(report());
    for (const { asks } of teaches!.questions) expect(text).toContain(asks);
    expect(text).toContain('See it: store, rewrite, forge, drop against none');
  });

  test('is in the deck too, its hints for whoever speaks', () => {
    const slides = [...deck().matchAll(/<section class="plain"><h1>([^<]*)<\/h1>([\s\S]*?)<\/section>/g)];
    for (const [n, { asks, hints }] of teaches!.questions.entries()) {
      const own = slides.filter(([, , body]) => body!.includes(asks));
      expect(own, asks).toHaveLength(1);
      const [, title, body] = own[0]!;
      expect(title).toMatch(new RegExp(`^${n + 1}\\. `));
      const [shown, notes] = body!.split('<aside class="notes">');
      for (const hint of hints) {
        expect(notes).toContain(hint);
        expect(shown).not.toContain(hint);
      }
    }
  });
});

describe('the slides', () => {
  test('ask for a prediction before each verdict, and show what led to it before', () => {
    const kinds = [...deck().matchAll(/<section class="(\w+)">/g)].map((match) => match[1]);
    expect(kinds.filter((kind) => kind === 'verdict').length).toBeGreaterThanOrEqual(2);
    let last = -1;
    for (const [place, kind] of kinds.entries())
      if (kind === 'verdict') {
        const since = kinds.slice(last + 1, place);
        expect(since.indexOf('diagram')).toBeGreaterThanOrEqual(0);
        expect(since.lastIndexOf('predict')).toBeGreaterThan(since.indexOf('diagram'));
        last = place;
      }
  });

  test('tell no outcome before the prediction', () => {
    const [prelude] = deck().split('<section class="predict">');
    for (const class_ of ['note shown', 'note check', 'note verdict']) expect(prelude).not.toContain(class_);
  });

  test('show the verdict, the code and the part that the campaign measured', () => {
    const text = textOf(deck());
    expect(text).toContain('The check that fired: bad-hmac, of fernet.');
    expect(deck().match(/<aside class="notes">[^<]+<\/aside>/g)!.length).toBe(
      deck().match(/<section /g)!.length,
    );
  });
});

describe('in French', () => {
  /** Every text of a catalogue, sentences with the names of their places. */
  const flat = (texts: unknown, path = ''): [string, string][] =>
    typeof texts === 'string'
      ? [[path, texts]]
      : typeof texts === 'function'
        ? [[path, sampled(texts as Sentence)]]
        : Object.entries(texts as object).flatMap(([key, value]) => flat(value, `${path}.${key}`));

  type Sentence = (...given: unknown[]) => string;
  /** A sentence whose places hold letters, or lists of one letter where it takes lists. */
  function sampled(sentence: Sentence): string {
    const places = [
      ['A', 'B', 'C'],
      ['A', ['B'], 'C'],
      [['A'], 'B', 'C'],
    ];
    for (const given of places) {
      try {
        return String(sentence(...given));
      } catch {} // it takes something else
    }
    throw new Error(`nothing fits ${sentence}`);
  }

  /** What is the same in both languages. */
  const ALIKE = [
    'said',
    'CLAIM_WORDS.source',
    'PARTED.without',
    'PROSE.scenarioHead.2',
    'WORDS.position',
    'WORDS.priceOf',
    'WORDS.verdict',
    'TELL.sources',
    'TELL.name',
    'report.sections',
    'report.byVerdict',
    'report.breaks',
    'report.totals',
    'report.verdictTitle',
    'report.sources',
    'report.bases.argument',
    'deck.does',
    'deck.part',
    'deck.sources',
    'deck.continued',
    'lesson.question',
    'lesson.questions',
  ];

  test('every text is another than in English', () => {
    const english = new Map(flat(TEXTS.en));
    const same = flat(TEXTS.fr).filter(([path, text]) => english.get(path) === text);
    expect(same.map(([path]) => path.slice(1)).sort()).toEqual(ALIKE.toSorted());
  });

  test('no space breaks before a double sign or inside quotation marks', () => {
    for (const [path, text] of flat(TEXTS.fr)) {
      expect(text, path).not.toMatch(/ [:;?!»]|« |'/);
      expect(text, path).not.toMatch(/[\p{L})»][:;?!](?:\s|$)/u);
    }
  });

  test('pages say nothing of the English catalogue', () => {
    const english = flat([TEXTS.en.report, TEXTS.en.deck]).filter(([, text]) => text.length > 14);
    for (const page of [report('fr'), deck('fr')]) {
      expect(page).toContain('<html lang="fr">');
      const text = textOf(page);
      for (const [path, words] of english) expect(text, path).not.toContain(words);
    }
  });
});
