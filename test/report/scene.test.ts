import { describe, expect, test } from 'vitest';
import { type Scene, sceneOf } from '../../src/report/scene.js';
import { drawSvg, piecesOf } from '../../src/report/svg.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { HOSTILE } from './fixture.js';
import { frame, rewritten, SECRET, sniffed, traceOf } from './traces.js';

const [before, after] = [frame('alice', 1, 'Pay 100'), frame('alice', 1, 'Pay 900')];
const result = { verdict: 'breached', evidence: ['bob#2', 'bob#3'] } as const;
const scene = sceneOf(rewritten(before, after), { result }, TEXTS.en);
const OPTIONS = { width: 900, font: 16, title: 'a test' };

/** The elements of an XML text, or a throw where it is not well-formed: written apart from what draws. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  let at = 0;
  for (const tag of xml.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const between = xml.slice(at, tag.index);
    expect(between).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
    at = tag.index + tag[0].length;
    if (tag[1] === '/') expect(open.pop()).toBe(tag[2]);
    else names.push(tag[2]!);
    if (tag[1] !== '/' && tag[4] !== '/') open.push(tag[2]!);
  }
  expect(xml.slice(at)).toBe('');
  expect(open).toEqual([]);
  return names;
}

describe('a scene', () => {
  test('has its cast from left to right and cites the event of each step', () => {
    expect(scene.cast.map(({ name }) => name)).toEqual(['Alice', 'Rogue relay', 'Bob']);
    expect(scene.steps.map(({ kind, tone, event }) => [kind, tone, event])).toEqual([
      ['message', 'honest', 'alice#2'],
      ['note', 'adversary', 'mallory#1'],
      ['message', 'adversary', 'relay#2'],
      ['note', 'shown', 'bob#3'],
      ['note', 'verdict', null],
    ]);
  });

  test('carries the bytes before and after where a deed changed them, and nowhere else', () => {
    const deeds = scene.steps.flatMap((step) => ('deed' in step ? [step.deed] : []));
    expect(deeds).toEqual([{ before, after }]);
  });

  test('lets what was dropped not arrive', () => {
    const bytes = frame('alice', 1, 'Pay 100');
    const trace = traceOf(
      ['alice', { kind: 'join', room: 'lab' }],
      ['bob', { kind: 'join', room: 'lab' }],
      ['alice', { kind: 'send', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100' }],
      ['alice', { kind: 'frame-out', bytes }],
      ['relay', { kind: 'forward', to: 'bob', from: 'alice', decision: 'drop', before: bytes, bytes: null }],
    );
    const dropped = sceneOf(trace, { result: { verdict: 'breached', evidence: ['relay#1'] } }, TEXTS.en);
    expect(dropped.steps.map(({ kind }) => kind)).toEqual(['message', 'lost', 'note']);
  });

  test('is labelled in the language that was asked for', () => {
    const french = sceneOf(rewritten(before, after), { result }, TEXTS.fr);
    expect(french.cast[1]!.name).toBe('Relais malveillant');
    expect(french.steps.at(-1)!.label).toBe('attaque réussie');
    expect(french.steps[0]!.label).toBe('«\u00a0Pay 100\u00a0»');
  });

  test.each([
    ['the secret itself', sniffed(SECRET), 'guesses the secret, digit for digit'],
    ['another', sniffed('f'.repeat(32)), 'guesses, and is wrong'],
    ['many things at once', sniffed('[3]').filter(({ kind }) => kind !== 'send'), 'guesses'],
  ])('says of a guess whether it is right: %s', (_, trace, label) => {
    const { steps } = sceneOf(trace, { result: { verdict: 'breached', evidence: ['mallory#3'] } }, TEXTS.en);
    expect(steps.map((step) => step.label)).toContain(label);
  });

  test('hides a secret that was not guessed, in labels and in bytes', () => {
    const hidden = sceneOf(
      sniffed('f'.repeat(32)),
      { result: { verdict: 'defeated', evidence: ['bob#2', 'mallory#3'] } },
      TEXTS.en,
    );
    expect(JSON.stringify(hidden)).not.toContain(SECRET);
    const shown = sceneOf(
      sniffed(SECRET),
      { result: { verdict: 'breached', evidence: ['bob#2', 'mallory#3'] } },
      TEXTS.en,
    );
    expect(JSON.stringify(shown)).toContain(SECRET);
  });
});

describe('an SVG diagram', () => {
  test('is well-formed, titled and described, and brings its colours where it stands alone', () => {
    const page = drawSvg(scene, OPTIONS);
    expect(elementsOf(page).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(page).toContain('role="img"');
    expect(page).toMatch(/<desc>“Pay 100”\. Mallory flips a bit on the way to bob\./);
    expect(page).not.toContain('<style>');
    const alone = drawSvg(scene, { ...OPTIONS, standalone: true });
    expect(alone).toContain('<style>:root { color-scheme: light dark }');
    expect(alone).toContain('xmlns="http://www.w3.org/2000/svg"');
  });

  test('draws every step, and every word of every label', () => {
    const svg = drawSvg(scene, { ...OPTIONS, stepClass: (place) => `n${place}` });
    for (const place of scene.steps.keys()) expect(svg).toContain(`<g class="step n${place}">`);
    const words = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]).join(' ');
    for (const { label } of scene.steps) expect(words).toContain(label);
  });

  test('breaks labels to their room and keeps every box inside', () => {
    const long: Scene = {
      ...scene,
      steps: scene.steps.map((step) => ({ ...step, label: 'word '.repeat(60).trim() })),
    };
    const svg = drawSvg(long, OPTIONS);
    for (const [, x, width] of svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g))
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(OPTIONS.width);
    const lines = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!.length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(900 / (16 * 0.62));
  });

  test('goes into pieces that keep to their height and lose no step', () => {
    const options = { ...OPTIONS, width: 600 };
    const pieces = piecesOf(scene, options, 180);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.flatMap(({ steps }) => steps)).toEqual(scene.steps);
    for (const piece of pieces)
      expect(Number(/height="(\d+)"/.exec(drawSvg(piece, options))![1])).toBeLessThanOrEqual(180);
  });

  test.each(HOSTILE)('shows as text what somebody chose: %j', (words) => {
    const trace = rewritten(before, frame(words, 1, words), words);
    const hostile = sceneOf(trace, { result, tactic: { id: words, does: words } }, TEXTS.en);
    const svg = drawSvg(hostile, { ...OPTIONS, title: words, standalone: true });
    expect(new Set(elementsOf(svg.replace(/<style>[^<]*<\/style>/, '')))).toEqual(
      new Set(['svg', 'title', 'desc', 'rect', 'line', 'g', 'text', 'path']),
    );
    expect(svg.replaceAll('\n', '')).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
    );
  });
});
