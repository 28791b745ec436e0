import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rogueServer } from '../../scenarios/rogue-server.js';
import type { StudioExport, StudioTrial } from '../../src/model/studio.js';
import { openTestStudio, SHELF, type TestStudio } from '../support/studio.js';

const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  '\u001b[31mred\u001b[0m',
  '</svg></pre><script>alert(1)</script>',
];

let studio: TestStudio;
let trial: StudioTrial;
beforeAll(async () => {
  const hostile: typeof rogueServer = {
    ...rogueServer,
    title: HOSTILE[0]!,
    script: () => HOSTILE.map((_, n) => ({ do: 'say', author: 'alice', text: `${n} ${HOSTILE.join('')}` })),
  };
  const twin = SHELF.attacks.find(({ id }) => id === 'rogue-server/drop')!;
  studio = await openTestStudio({
    ...SHELF,
    attacks: [...SHELF.attacks, { ...twin, id: 'hostile/drop', title: HOSTILE[0]! }],
    scenarios: [...SHELF.scenarios, { ...hostile, id: 'hostile' }],
  });
  trial = await studio.answer<StudioTrial>('/api/trial', { attack: 'hostile/drop', parts: [], seed: 3 });
});
afterAll(() => studio?.close());

const exported = (extension: string, lang: StudioExport['lang']): StudioExport =>
  trial.exports.find((each) => each.extension === extension && each.lang === lang)!;

test('a trial is offered in every form, each once in each language that it speaks', () => {
  expect(trial.exports.map(({ extension, lang }) => `${extension} ${lang}`).sort()).toEqual([
    'html en',
    'html fr',
    'mmd en',
    'mmd fr',
    'ndjson null',
    'svg en',
    'svg fr',
  ]);
});

test.each([
  ['html', 'text/html;charset=utf-8', /^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/],
  ['svg', 'image/svg+xml', /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<\/svg>\n$/],
  ['mmd', 'text/plain;charset=utf-8', /^sequenceDiagram\n/],
])('%s is what its type says', (extension, mediaType, form) => {
  const { mediaType: given, text } = exported(extension, 'en');
  expect(given).toBe(mediaType);
  expect(text).toMatch(form);
});

test('the trace is one event a line, as shown on the page', () => {
  const { mediaType, text } = exported('ndjson', null);
  expect(mediaType).toBe('application/x-ndjson');
  const events = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ id }) => id)).toEqual(trial.trace!.map(({ id }) => id));
});

describe('whatever somebody wrote', () => {
  test.each(['html', 'svg'])('is text in %s, and nothing in it runs or loads', (extension) => {
    for (const lang of ['en', 'fr'] as const) {
      const { text } = exported(extension, lang);
      expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
      expect(text).not.toMatch(/<(?:img|script|iframe|object|foreignObject)\b/i);
      expect(text).not.toMatch(/<[^>]+\s(?:on\w+|href|src)=/i);
      expect(text).not.toContain('\u001b');
    }
  });

  test('is text in the diagram and in the trace', () => {
    expect(exported('mmd', 'en').text).not.toMatch(/<img|<script|\u001b/);
    expect(exported('ndjson', null).text).not.toContain('\u001b');
  });
});

test('the HTML forbids itself to load or run anything', () => {
  expect(exported('html', 'en').text).toMatch(
    /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
  );
});

test('the French files speak French', () => {
  const html = exported('html', 'fr').text;
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain('attaque réussie');
  const words = html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ');
  expect(words).not.toMatch(/breached|against|The check|Sequence diagram/);
  expect(exported('svg', 'fr').text).toContain('attaque réussie');
  expect(exported('mmd', 'fr').text).toContain('attaque réussie');
});
