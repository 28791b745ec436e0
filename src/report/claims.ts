import type { ClaimResult } from '../model/claims.js';
import { CLAIM_WORDS } from './claim-words.js';
import { styled } from './glyphs.js';
import { toJson } from './json.js';
import { type Look, wrap } from './look.js';
import { csv, latex, markdown, terminal } from './sanitize.js';

const french = (text: string): string => `« ${text} »`;

/** What is told of a claim, one paragraph each: what it speaks of, what was seen, where it flips. */
function paragraphs({
  configuration,
  observed,
  here,
  because,
  source,
  counter,
  basis,
}: ClaimResult): string[] {
  return [
    `${CLAIM_WORDS.configuration}: ${configuration}`,
    `${CLAIM_WORDS[basis]}: ${observed}`,
    ...(here === undefined ? [] : [`${CLAIM_WORDS.here}: ${here}`]),
    `${CLAIM_WORDS.because}: ${because}`,
    ...(counter ? [CLAIM_WORDS.counter(counter.configuration, counter.ruling, counter.observed)] : []),
    ...(source === undefined ? [] : [`${CLAIM_WORDS.source}: ${source}`]),
  ];
}

/** For a terminal: the ruling beside the number, the rest beneath, within its width. */
function asTable(claims: readonly ClaimResult[], look: Look): string {
  const tell = (text: string, first: string): string => wrap(terminal(text, look), look.width, first, '    ');
  const blocks = claims.map((claim) => {
    const head = `${String(claim.number).padStart(2)}  `;
    return [
      `${head}${styled(claim.ruling.toUpperCase(), ['bold'], look)}`,
      tell(french(claim.french), '    '),
      tell(claim.english, '    '),
      ...paragraphs(claim).map((text) => wrap(terminal(text, look), look.width, '    - ', '      ')),
    ].join('\n');
  });
  return `${[...blocks, wrap(terminal(totals(claims), look), look.width)].join('\n\n')}\n`;
}

function totals(claims: readonly ClaimResult[]): string {
  const words = [...new Set(claims.map(({ ruling }) => ruling))];
  return CLAIM_WORDS.totals(
    words.map((word) => `${claims.filter(({ ruling }) => ruling === word).length} ${word}`).join(', '),
    claims.length,
  );
}

/** One item a claim. `steady`: without what only some machines can add. */
export function markdownClaims(claims: readonly ClaimResult[], steady = false): string {
  const items = claims.map((claim) => {
    const { here: _, ...everywhere } = claim;
    const told = paragraphs(steady ? everywhere : claim).map((text) => `   - ${markdown(text)}`);
    const head = `${claim.number}. ${markdown(french(claim.french))}<br>${markdown(claim.english)}<br>**${claim.ruling}**`;
    return [head, ...told].join('\n');
  });
  return [...items, markdown(totals(claims))].join('\n\n');
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

const asLatex = (claims: readonly ClaimResult[]): string => {
  const items = claims.map((claim) =>
    [
      `\\item[${claim.number}.] ${latex(french(claim.french))}\\\\`,
      `${latex(claim.english)}\\\\`,
      `\\textbf{${latex(claim.ruling)}}: ${latex(claim.because)}. ${paragraphs(claim).slice(0, 2).map(latex).join('. ')}.`,
    ].join('\n'),
  );
  return ['\\begin{description}', ...items, '\\end{description}', ''].join('\n');
};

const RENDERERS = {
  table: asTable,
  markdown: (claims) => `${markdownClaims(claims)}\n`,
  csv: asCsv,
  json: (claims) => toJson({ claims }),
  latex: asLatex,
} as const satisfies Record<string, (claims: readonly ClaimResult[], look: Look) => string>;

/** Settled claims in any format; the text ends with a line break. */
export const renderClaims = (
  claims: readonly ClaimResult[],
  format: keyof typeof RENDERERS,
  look: Look,
): string => RENDERERS[format](claims, look);
