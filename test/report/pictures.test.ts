import { beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/laboratory/matrix.js';
import { VERDICTS } from '../../src/model/verdict.js';
import { diagramOf, renderMatrix } from '../../src/report/index.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { HOSTILE, hostileMatrix, madeMatrix, TERMINAL } from './fixture.js';
import { fought } from './fought.js';

/** What stands between tags, entities read. */
const wordsOf = (svg: string): string =>
  svg
    .replace(/<style>[^<]*<\/style>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** Every tag that opens or closes, in order: well-formed if each closes what was opened last. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)(?:\s[a-zA-Z0-9:-]+="[^"<]*")*(\/?)>/g,
  )) {
    if (close && open.pop() !== name) return false;
    if (!close && !empty) open.push(name!);
  }
  const rest = svg.replace(/<\/?[a-zA-Z]+(?:\s[a-zA-Z0-9:-]+="[^"<]*")*\/?>/g, '');
  return open.length === 0 && !rest.includes('<');
}

const asksNothing = (svg: string): boolean =>
  !/\b(?:href|src|url|import|script|foreignObject)\b/i.test(
    svg.replace(/xmlns="[^"]*"/, '').replace(/>[^<]*</g, '><'),
  );

describe('the picture of the grid', () => {
  const matrix = madeMatrix();
  const svg = renderMatrix(matrix, 'svg', TERMINAL);

  test('is one file that asks for nothing, in light and in dark', () => {
    expect(isWellFormed(svg)).toBe(true);
    expect(asksNothing(svg)).toBe(true);
    expect(svg).toContain('color-scheme: light dark');
  });

  test('is told to whoever does not see it, cell by cell', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>/);
    const told = /<desc>([^<]*)<\/desc>/.exec(svg)![1]!;
    for (const { id } of matrix.attacks)
      expect(told).toMatch(new RegExp(`${id}: none (?:${VERDICTS.join('|')}|n/a)`));
  });

  test('has a word beside each glyph where there is room, and always a legend', () => {
    const many = renderMatrix(
      madeMatrix(
        undefined,
        Array.from({ length: 12 }, (_, n) => `d${n}`),
      ),
      'svg',
      TERMINAL,
    );
    expect(wordsOf(svg)).toContain('✗ breached\n');
    for (const text of [svg, many]) expect(wordsOf(text)).toContain('breached: the attack worked and nobody');
  });

  test('speaks French, whatever the terminal shows', () => {
    const words = wordsOf(renderMatrix(matrix, 'svg', { ...TERMINAL, texts: TEXTS.fr }));
    expect(words).toContain('✗ réussie');
    expect(words).not.toMatch(/breached|defeated|stored|controls/);
  });

  test('shows what is hostile as text, and nothing of it as a tag', () => {
    const evil = renderMatrix(hostileMatrix(), 'svg', TERMINAL);
    expect(isWellFormed(evil)).toBe(true);
    expect(evil).not.toMatch(/<img|<script|\u001b/);
    expect(wordsOf(evil)).toContain('<img src=x onerror=alert(1)>');
    expect(HOSTILE).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('the diagram of a trial', () => {
  let campaign: Campaign;
  beforeAll(async () => {
    campaign = await fought(['rogue-server/rewrite', 'rogue-server/substitute-key'], ['none', 'fernet']);
  });
  const of = (attack: string, defense: string) =>
    campaign.cells.find(({ result }) => result.attack === attack && result.defense === defense)!;

  test('is drawn from the trace, with the verdict, and is a file of its own', () => {
    const svg = diagramOf(of('rogue-server/rewrite', 'none'), TEXTS.en)!;
    expect(isWellFormed(svg)).toBe(true);
    expect(asksNothing(svg)).toBe(true);
    expect(svg).toMatch(/<title>rogue-server\/rewrite against none: breached<\/title><desc>[^<]+/);
    expect(svg).toContain('color-scheme: light dark');
    expect(svg).toContain('class="note verdict breached"');
    expect(diagramOf(of('rogue-server/rewrite', 'fernet'), TEXTS.fr)).toContain('attaque repoussée');
  });

  test('is not there where nothing was fought', () => {
    expect(diagramOf(of('rogue-server/substitute-key', 'none'), TEXTS.en)).toBeNull();
  });
});
