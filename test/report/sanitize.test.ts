import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ascii,
  csv,
  latex,
  markdown,
  markdownCode,
  mermaid,
  terminal,
  visible,
} from '../../src/report/sanitize.js';
import { HOSTILE } from './fixture.js';

/** Text as an attacker would write it: everything that Unicode has, and the pieces that mean something to a target. */
const PIECES = [
  ...HOSTILE,
  '\\',
  '`',
  '|',
  '$',
  '%',
  '\u009b31m',
  '\u2028',
  '\ufeff',
  '<!--',
  '-->',
  '#amp;',
  '#9829;',
  'http://x',
  ';=1',
  '```',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const STEERS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\ud800-\udfff]/;
const wholeCharacters = (text: string): string =>
  [...text].filter((character) => character.length === 1).join('');

const always = (check: (text: string) => void): void =>
  fc.assert(
    fc.property(hostile, (text) => void check(text)),
    { numRuns: 500 },
  );

test('no target ever receives a character that steers a display', () => {
  always((text) => {
    for (const target of [
      visible,
      markdown,
      markdownCode,
      csv,
      latex,
      mermaid,
      ascii,
      (raw: string) => terminal(raw, { unicode: true }),
    ])
      if (target !== ascii) expect(wholeCharacters(target(text))).not.toMatch(STEERS);
  });
});

test('harmless text, accents among it, passes to a terminal and a table unchanged', () => {
  const text = 'Zoé paie 150 euros à Bob, “demain” — 漢字';
  expect([terminal(text, { unicode: true }), markdown(text), csv('Zoé paie 150 euros')]).toEqual([
    text,
    text,
    'Zoé paie 150 euros',
  ]);
});

test('what is hidden is spelled out, not swallowed', () => {
  expect(visible('a\u202eb\u200bc\u001b[2J\r\n')).toBe('a\\u{202e}b\\u{200b}c\\u{1b}[2J\\r\\n');
});

test('a heap of combining marks on one letter is cut after three', () => {
  expect(visible('e\u0301\u0302\u0303\u0304')).toBe('e\u0301\u0302\u0303\\u{304}');
});

test('a terminal without Unicode receives printable ASCII only', () => {
  always((text) => expect(terminal(text, { unicode: false })).toMatch(/^[\x20-\x7e]*$/));
  expect(terminal('Zoé “dit” — ±5 аlice', { unicode: false })).toBe('Zoe "dit" - +/-5 \\u{430}lice');
  expect(terminal('Zoé dit «\u00a0non\u00a0».', { unicode: false })).toBe('Zoe dit "non".');
});

describe('markdown', () => {
  test('no mark, no HTML, no table bar and no autolink is left live', () => {
    always((text) => {
      const live = markdown(text)
        .replace(/\\[\\`*_{}[\]#!~$|@]/g, '')
        .replace(/&(amp|lt|gt|#\d+);/g, '');
      expect(live).not.toMatch(/[`*_{}[\]#!~$|@<>&]|:\/\/|www\./i);
    });
  });

  test('a code span cannot be ended and cannot end a cell', () => {
    always((text) => expect(markdownCode(text)).toMatch(/^`(?:[^`|]|\\\|)+`$/u));
  });
});

describe('csv', () => {
  test('no field, however a spreadsheet splits it, starts like a formula', () => {
    always((text) => {
      const field = csv(text).replace(/^"|"$/g, '').replace(/""/g, '"');
      for (const cell of field.split(';')) expect(cell).not.toMatch(/^\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]/);
    });
  });

  test('a field is quoted where RFC 4180 wants it, and only then', () => {
    expect([csv('a,b'), csv('say "x"'), csv('plain text'), csv('=1+1'), csv('a;=1')]).toEqual([
      '"a,b"',
      '"say ""x"""',
      'plain text',
      "'=1+1",
      "a;'=1",
    ]);
  });
});

/** Everything that our LaTeX may consist of. */
const SOUND_TEX =
  /^(?:[A-Za-z0-9 .,:;!?'()/*+=@]|\\[{}$&%#_]|\\text\w+\{\}|\\ldots\{\}|\\ensuremath\{\\cdot\}|\\[`'^~"cr]\{[A-Za-z]?\}|\{(?:''|``|'|`|-|--|---|\[|\])\}|~)*$/;

test('latex consists of harmless characters and known commands', () => {
  always((text) => expect(latex(text)).toMatch(SOUND_TEX));
  expect(latex('100 % of $x_1 \\input{a}')).toBe('100 \\% of \\$x\\_1 \\textbackslash{}input\\{a\\}');
  expect(latex('œuvre Zoé ç')).toBe("oeuvre Zo\\'{e} \\c{c}");
});

test('a Mermaid label has no arrow, quote, comment, directive, line or entity of the attacker’s', () => {
  always((text) =>
    expect(mermaid(text).replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{M}\p{N} .,:!?'()/+*=_€“”‘’«»…·•—–-]*$/u),
  );
  expect(mermaid('a;b#c"<%')).toBe('a#59;b#35;c#34;#60;#37;');
});
