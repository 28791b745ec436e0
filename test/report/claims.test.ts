import { describe, expect, test } from 'vitest';
import type { ClaimResult } from '../../src/model/claims.js';
import type { LabResult } from '../../src/model/labs.js';
import { renderClaims, renderLabs, renderReport, STORY_FORMATS } from '../../src/report/index.js';
import { columns } from '../../src/report/look.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { parseCsv } from './cells.js';
import { HOSTILE, madeMatrix, PLAIN, TERMINAL } from './fixture.js';

const CLAIM: ClaimResult = {
  number: 16,
  french: "Fernet ne garantit pas l'intégrité",
  english: 'Fernet does not guarantee integrity',
  configuration: 'fernet',
  basis: 'experiment',
  observed:
    '0 of 3 attacks got through, whatever was tried on any of the three messages that Alice had written',
  ruling: 'wrong',
  because: 'a token ends in an HMAC over all of it',
  counter: { configuration: 'encryption', observed: '3 of 3 attacks got through', ruling: 'right' },
  here: 'Python 3.99 was found',
};
const ARGUED: ClaimResult = {
  number: 7,
  french: 'urandom est prédictible',
  english: 'urandom is predictable',
  configuration: '/dev/urandom',
  basis: 'argument',
  observed: 'nothing: no run decides it',
  ruling: 'wrong',
  because: 'it is a cryptographic generator',
  source: 'getrandom(2)',
};
const CLAIMS = [ARGUED, CLAIM];

describe('settled claims', () => {
  test.each([TERMINAL, PLAIN])('fit a terminal of 80 columns: %j', (look) => {
    const text = renderClaims(CLAIMS, 'table', look);
    for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(80);
    for (const words of [
      '16  WRONG',
      '7  WRONG',
      '3 of 3 attacks',
      'otherwise (encryption) right',
      'getrandom(2)',
    ])
      expect(text).toContain(words);
    expect(text).toContain('2 claims: 2 wrong');
    if (!look.unicode) expect(text).toMatch(/^[\x0a\x20-\x7e]+$/);
  });

  test('are what they are as JSON', () => {
    expect(JSON.parse(renderClaims(CLAIMS, 'json', TERMINAL))).toEqual({ claims: CLAIMS });
  });

  test('are one row each as CSV', () => {
    const [head = [], ...rows] = parseCsv(renderClaims(CLAIMS, 'csv', TERMINAL));
    expect(rows.map((row) => [row[head.indexOf('number')], row[head.indexOf('ruling')]])).toEqual([
      ['7', 'wrong'],
      ['16', 'wrong'],
    ]);
  });

  test('name ruling and reason in Markdown and LaTeX', () => {
    const text = renderClaims(CLAIMS, 'markdown', TERMINAL);
    expect(text).toContain('**wrong**');
    expect(text).toContain('Python 3.99');
    const tex = renderClaims(CLAIMS, 'latex', TERMINAL);
    expect(tex).toContain('\\textbf{wrong}: a token ends in an HMAC over all of it.');
    expect(tex.match(/\\item/g)).toHaveLength(2);
  });

  test('let nothing hostile through', () => {
    const words = HOSTILE.join('');
    const evil: ClaimResult = {
      ...CLAIM,
      observed: words,
      here: words,
      because: words,
      configuration: words,
    };
    for (const format of ['table', 'markdown', 'csv', 'json', 'latex'] as const)
      expect(renderClaims([evil], format, TERMINAL).replace(/\r?\n/g, '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
      );
    expect(renderClaims([evil], 'markdown', TERMINAL).replace(/<br>/g, '')).not.toMatch(/<[a-z]/i);
  });
});

describe('the report', () => {
  const matrix = madeMatrix();
  const written = (claims: readonly ClaimResult[]): string =>
    renderReport({ matrix, cells: [], claims }, [], [], TEXTS.en);

  test('has a chapter of the rulings, before the method, and without what one machine alone adds', () => {
    const text = written(CLAIMS);
    const chapter = text.slice(text.indexOf('## What students wrote'), text.indexOf('## Method'));
    expect(chapter).toContain('16. « Fernet ne garantit pas l');
    expect(chapter).toContain('otherwise (encryption) right: 3 of 3 attacks got through');
    expect(chapter).toContain('2 claims: 2 wrong');
    expect(chapter).not.toContain('Python 3.99');
  });

  test('has none where no claim was settled', () => {
    expect(written([])).not.toContain('What students wrote');
  });
});

describe('a lab', () => {
  const LAB: LabResult = {
    id: 'handlers',
    title: 'Callback handlers',
    coursework:
      'The second lab’s server keeps them all, whoever comes and goes, for as long as it runs and longer.',
    outcome: 'worked',
    happened: ['the relay held at most 39 sessions'],
    stoppers: [
      { what: 'limits', outcome: 'defeated', stopped: true },
      { what: 'expiry-only', outcome: 'breached', stopped: false },
    ],
  };

  test.each([TERMINAL, PLAIN])('is told within 80 columns: %j', (look) => {
    const text = renderLabs([LAB], 'table', look);
    for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(80);
    for (const words of ['39 sessions', 'limits: stopped (defeated)', 'expiry-only: not stopped (breached)'])
      expect(text).toContain(words);
    if (!look.unicode) expect(text).toMatch(/^[\x0a\x20-\x7e]+$/);
  });

  test('is what it is as JSON', () => {
    expect(JSON.parse(renderLabs([LAB], 'json', TERMINAL))).toEqual({ labs: [LAB] });
  });

  test('lets nothing hostile through', () => {
    const words = HOSTILE.join('');
    const stoppers = [{ what: words, outcome: words, stopped: true }];
    for (const format of STORY_FORMATS)
      expect(renderLabs([{ ...LAB, happened: [words], stoppers }], format, TERMINAL)).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
      );
  });

  test('that was skipped says so', () => {
    const skipped = { ...LAB, outcome: 'skipped', stoppers: [] } as const;
    expect(renderLabs([skipped], 'table', TERMINAL)).toContain('skipped.');
  });
});
