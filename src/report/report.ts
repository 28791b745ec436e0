import type { AttackFacts } from '../model/attack.js';
import type { ClaimResult } from '../model/claims.js';
import type { Matrix, Price } from '../model/results.js';
import type { Scenario } from '../model/scenario.js';
import { codes, fernetAnswer, throughAt, whichStopsWhat, whoStopsWhom } from './answers.js';
import { chapter, type FoughtCell } from './chapter.js';
import { markdownClaims } from './claims.js';
import { WORD_OF } from './glyphs.js';
import { markdownDoubts, markdownGrid, markdownLegend, markdownTable, type Signs } from './markdown.js';
import { PROSE } from './prose.js';
import { markdown, markdownCode } from './sanitize.js';

/** The grid and the fights behind it, cell by cell in the order of `matrix.trials`. */
export interface Fought {
  readonly matrix: Matrix;
  readonly cells: readonly FoughtCell[];
  /** What students wrote, settled; the chapter is left out where there are none. */
  readonly claims?: readonly ClaimResult[];
}

/** REPORT.md. No timing, no random byte: it changes only where a verdict, a check or a story does. */
export function renderReport(
  { matrix, cells, claims = [] }: Fought,
  scenarios: readonly Pick<Scenario, 'id' | 'title' | 'story' | 'lesson'>[],
  attacks: readonly Pick<AttackFacts, 'id' | 'title'>[],
  signs: Signs = { unicode: true },
): string {
  const titles = new Map(attacks.map(({ id, title }) => [id, title]));
  const scenarioOf = new Map(matrix.attacks.map(({ id, scenario }) => [id, scenario]));
  const chapters = scenarios.flatMap((scenario) => {
    const own = cells.filter(({ result }) => scenarioOf.get(result.attack) === scenario.id);
    return own.length === 0 ? [] : [chapter(scenario, titles, own, signs)];
  });
  const parts = [
    ...opening(matrix),
    ...reading(matrix, signs),
    ...theGrid(matrix, signs),
    PROSE.scenariosTitle,
    ...chapters,
    ...openEnds(matrix),
    ...settled(claims),
    ...closing(matrix),
  ];
  return `${parts.join('\n\n')}\n`;
}

const opening = (matrix: Matrix): string[] => [
  PROSE.title,
  PROSE.origin(markdown(matrix.version), matrix.seed),
  PROSE.question,
  PROSE.stoppedTitle,
  PROSE.stoppedIntro,
  whichStopsWhat(matrix),
  whoStopsWhom(matrix),
  PROSE.fernetTitle,
  fernetAnswer(matrix),
];

/** One cell read aloud (the one a check decided, where there is one), then what each verdict means. */
function reading({ trials }: Matrix, signs: Signs): string[] {
  const cell = trials.find((trial) => trial.code !== null) ?? trials.find((trial) => trial.tactic !== null);
  const aloud = cell
    ? [
        PROSE.read(
          markdownCode(cell.attack),
          markdownCode(cell.defense),
          WORD_OF[cell.verdict],
          markdown(cell.because),
          markdownCode(cell.tactic ?? ''),
        ),
      ]
    : [];
  return [PROSE.readTitle, ...aloud, markdownLegend(signs)];
}

const theGrid = (matrix: Matrix, signs: Signs): string[] => [
  PROSE.gridTitle,
  markdownGrid(matrix, signs),
  prices(matrix),
  markdownDoubts(matrix),
];

function prices({ prices }: Matrix): string {
  const refused = prices.filter(({ skewed, stored }) => skewed.refused + stored.refused > 0);
  const share = ({ refused, of }: Price['skewed']): string => `${refused} of ${of}`;
  const sentences = refused.map(({ defense, skewed, stored }) =>
    PROSE.price(markdownCode(defense), share(skewed), share(stored)),
  );
  return sentences.length === 0 ? PROSE.priceNone : sentences.join(' ');
}

function openEnds(matrix: Matrix): string[] {
  const rows = matrix.defenses.map(({ id, protects, leavesOpen }) => {
    const through = throughAt(matrix, id);
    const all = through.length === matrix.attacks.length;
    const measured = all ? PROSE.openAll : codes(through) || PROSE.openNothing;
    return [markdownCode(id), markdown(protects), markdown(leavesOpen), measured];
  });
  return [
    PROSE.openTitle,
    markdownTable(
      PROSE.openHead,
      rows,
      PROSE.openHead.map(() => ':--'),
    ),
    ...residualRisks(matrix),
  ];
}

/** What gets through the fullest defense unnoticed, each with its reason. */
function residualRisks(matrix: Matrix): string[] {
  if (!matrix.defenses.some(({ id }) => id === 'full')) return [];
  const through = throughAt(matrix, 'full').filter(({ verdict }) => verdict === 'breached');
  const lines = through.map(({ attack, because }) =>
    PROSE.residual(markdownCode(attack), PROSE.residualReason[attack] ?? markdown(because)),
  );
  return [PROSE.residualTitle, lines.join('\n') || PROSE.residualNone];
}

const settled = (claims: readonly ClaimResult[]): string[] =>
  claims.length === 0 ? [] : [PROSE.claimsTitle, PROSE.claimsIntro, markdownClaims(claims, true)];

const closing = ({ containment }: Matrix): string[] => [
  `${PROSE.method}\n${PROSE.containment(markdown(containment))}`,
  PROSE.limits,
];
