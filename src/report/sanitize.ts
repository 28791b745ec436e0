/**
 * What an attacker wrote never reaches a terminal, a page, a spreadsheet or a TeX run raw. One function a target. All
 * of them make visible what is invisible or steers (`\u{202e}`); each then defuses what is special to its target.
 */

/** Controls, escape, bidi and format characters, private use, surrogates, line separators, all that renders as nothing. */
export const STEERING = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks heaped on one letter run over the lines above and below. */
const HEAPED = /(?<=\p{M}{3})\p{M}/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const codeOf = (character: string): string => character.codePointAt(0)!.toString(16);
const spelled = (character: string): string => SHORT[character] ?? `\\u{${codeOf(character)}}`;

/** One line, with everything that steers a display spelled out. */
export const visible = (text: string): string => text.replace(STEERING, spelled).replace(HEAPED, spelled);

/** For a terminal; without `unicode` nothing but ASCII is left. */
export const terminal = (text: string, { unicode }: { readonly unicode: boolean }): string =>
  unicode ? visible(text) : ascii(visible(text));

const TYPED: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '→': '->',
  '×': 'x',
  '±': '+/-',
  '·': '|',
  '§': 'section ',
  '≥': '>=',
  '≤': '<=',
  Δ: 'Delta',
  œ: 'oe',
  '‖': '||',
  µ: 'u',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** The nearest ASCII: accents fall off, typography is typed, the rest is spelled out. */
export const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/«[\u00a0\u202f]|[\u00a0\u202f]»/gu, '"')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x00-\x7f]/gu, (character) => TYPED[character] ?? spelled(character));

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes of HTML and of SVG: no tag, no entity, no attribute begins or ends in it. */
export const html = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => ENTITY[sign]!);

/** For a paragraph or a cell of GitHub's Markdown: every mark and every HTML sign is defused, `://` links nowhere. */
export const markdown = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]#!~$|@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);

/** A Markdown code span, safe in a table's cell too: within it only the backtick and the pipe mean anything. */
export const markdownCode = (text: string): string =>
  `\`${visible(text).replace(/`/g, "'").replace(/\|/g, '\\|') || ' '}\``;

/**
 * One field of a CSV row (RFC 4180 §2). A spreadsheet runs what starts like a formula: a `'` makes it text, also
 * behind a semicolon, where a French spreadsheet starts the next cell.
 */
export function csv(text: string): string {
  const tame = visible(text).replace(/(^|;)(?=\s*[=+\-@|\uff1d\uff0b\uff0d\uff20])/g, "$1'");
  return /[",]|^\s|\s$/.test(tame) ? `"${tame.replace(/"/g, '""')}"` : tame;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\`{}',
  '"': "{''}",
  '[': '{[}',
  ']': '{]}',
  '-': '{-}',
  '“': '{``}',
  '”': "{''}",
  '‘': '{`}',
  '’': "{'}",
  '–': '{--}',
  '—': '{---}',
  '…': '\\ldots{}',
  '·': '\\ensuremath{\\cdot}',
  '\u00a0': '~',
  '\u202f': '\\,',
};
const TEX_ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
  '\u0327': 'c',
  '\u030a': 'r',
};

/** For text in a pdfLaTeX document without any package: what it cannot set is spelled out. */
export const latex = (text: string): string =>
  [...visible(text).normalize('NFC')]
    .map((character) => TEX[character] ?? (/[\x20-\x7e]/.test(character) ? character : accented(character)))
    .join('');

function accented(character: string): string {
  const [letter = '', mark = '', more] = character.normalize('NFD');
  const accent = TEX_ACCENTS[mark];
  if (accent && more === undefined && /[a-zA-Z]/.test(letter)) return `\\${accent}{${letter}}`;
  const typed = TYPED[character] ?? `U+${codeOf(character).toUpperCase().padStart(4, '0')}`;
  return [...typed].map((sign) => TEX[sign] ?? sign).join('');
}

/** For a label of a Mermaid diagram: what is not known to be harmless becomes a character code of Mermaid's own. */
export const mermaid = (text: string): string =>
  [...visible(text)]
    .map((character) => (HARMLESS.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');

const HARMLESS = /^[\p{L}\p{M}\p{N} .,:!?'()/+*=_€“”‘’«»…·•—–-]$/u;
