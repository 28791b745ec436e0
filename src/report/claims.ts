import type { ClaimResult } from '../model/claims.js';
import { styled } from './glyphs.js';
import { toJson } from './json.js';
import { type Look, wrap } from './look.js';
import { csv, latex, markdown, terminal } from './sanitize.js';
import type { Texts } from './texts/index.js';
import { translatedClaim } from './translated.js';

const french = (text: string): string => `« ${text} »`;

const translated = (claims: readonly ClaimResult[], texts: Texts): ClaimResult[] =>
  claims.map((claim) => translatedClaim(claim, texts));

/** What the claim says in English, for those who do not read it as it was written. */
const glossOf = ({ english }: ClaimResult, { lang }: Texts): string[] => (lang === 'fr' ? [] : [english]);

/** What is told of a claim, one paragraph each: what it speaks of, what was seen, where it flips. */
function paragraphs(
  { configuration, observed, here, because, source, counter, basis }: ClaimResult,
  { CLAIM_WORDS, report: { rulings } }: Texts,
): string[] {
  return [
    CLAIM_WORDS.told(CLAIM_WORDS.configuration, configuration),
    CLAIM_WORDS.told(CLAIM_WORDS[basis], observed),
    ...(here === undefined ? [] : [CLAIM_WORDS.told(CLAIM_WORDS.here, here)]),
    CLAIM_WORDS.told(CLAIM_WORDS.because, because),
    ...(counter
      ? [CLAIM_WORDS.counter(counter.configuration, rulings[counter.ruling], counter.observed)]
      : []),
    ...(source === undefined ? [] : [CLAIM_WORDS.told(CLAIM_WORDS.source, source)]),
  ];
}

/** For a terminal: the ruling beside the number, the rest beneath, within its width. */
function asTable(claims: readonly ClaimResult[], look: Look): string {
  const tell = (text: string, first: string): string => wrap(terminal(text, look), look.width, first, '    ');
  const blocks = translated(claims, look.texts).map((claim) => {
    const head = `${String(claim.number).padStart(2)}  `;
    return [
      `${head}${styled(terminal(look.texts.report.rulings[claim.ruling].toUpperCase(), look), ['bold'], look)}`,
      tell(french(claim.french), '    '),
      ...glossOf(claim, look.texts).map((text) => tell(text, '    ')),
      ...paragraphs(claim, look.texts).map((text) =>
        wrap(terminal(text, look), look.width, '    - ', '      '),
      ),
    ].join('\n');
  });
  return `${[...blocks, wrap(terminal(totals(claims, look.texts), look), look.width)].join('\n\n')}\n`;
}

function totals(claims: readonly ClaimResult[], { CLAIM_WORDS, report: { rulings } }: Texts): string {
  const words = [...new Set(claims.map(({ ruling }) => ruling))];
  return CLAIM_WORDS.totals(
    words
      .map((word) => CLAIM_WORDS.count(claims.filter(({ ruling }) => ruling === word).length, rulings[word]))
      .join(', '),
    claims.length,
  );
}

/** One item a claim. `steady`: without what only some machines can add. */
export function markdownClaims(claims: readonly ClaimResult[], texts: Texts, steady = false): string {
  const items = translated(claims, texts).map((claim) => {
    const { here: _, ...everywhere } = claim;
    const told = paragraphs(steady ? everywhere : claim, texts).map((text) => `   - ${markdown(text)}`);
    const words = [french(claim.french), ...glossOf(claim, texts)].map(markdown).join('<br>');
    const head = `${claim.number}. ${words}<br>**${texts.report.rulings[claim.ruling]}**`;
    return [head, ...told].join('\n');
  });
  return [...items, markdown(totals(claims, texts))].join('\n\n');
}

const COLUMNS = [
  'number',
  'french',
  'english',
  'configuration',
  'basis',
  'observed',
  'ruling',
  'because',
] as const;

const asCsv = (claims: readonly ClaimResult[]): string =>
  [COLUMNS, ...claims.map((claim) => COLUMNS.map((column) => String(claim[column])))]
    .map((row) => `${row.map(csv).join(',')}\r\n`)
    .join('');

const asLatex = (claims: readonly ClaimResult[], { texts }: Look): string => {
  const items = translated(claims, texts).map((claim) =>
    [
      `\\item[${claim.number}.] ${latex(french(claim.french))}\\\\`,
      ...glossOf(claim, texts).map((text) => `${latex(text)}\\\\`),
      `${texts.CLAIM_WORDS.told(`\\textbf{${latex(texts.report.rulings[claim.ruling])}}`, latex(claim.because))}. ${paragraphs(claim, texts).slice(0, 2).map(latex).join('. ')}.`,
    ].join('\n'),
  );
  return ['\\begin{description}', ...items, '\\end{description}', ''].join('\n');
};

const RENDERERS = {
  table: asTable,
  markdown: (claims, { texts }) => `${markdownClaims(claims, texts)}\n`,
  csv: asCsv,
  json: (claims) => toJson({ claims }),
  latex: asLatex,
} as const satisfies Record<string, (claims: readonly ClaimResult[], look: Look) => string>;

export type ClaimFormat = keyof typeof RENDERERS;
export const CLAIM_FORMATS = Object.keys(RENDERERS) as readonly ClaimFormat[];

/** Settled claims in any of these formats; the text ends with a line break. */
export const renderClaims = (claims: readonly ClaimResult[], format: ClaimFormat, look: Look): string =>
  RENDERERS[format](claims, look);
