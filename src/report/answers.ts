import { PROPERTIES, type Property } from '../model/property.js';
import type { Matrix, TrialResult } from '../model/results.js';
import type { Verdict } from '../model/verdict.js';
import { finder } from './grid.js';
import { markdownTable } from './markdown.js';
import { markdownCode } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** Attacks on the words by somebody without the key: what "integrity" is about. */
const INTEGRITY = ['rogue-server/rewrite', 'rogue-server/bit-flip', 'rogue-server/forge'] as const;

/** How many attacks each defense stopped, by what they try to break. */
export function whichStopsWhat(matrix: Matrix, { PROSE }: Texts): string {
  const find = finder(matrix);
  const broken = PROPERTIES.filter((property) =>
    matrix.attacks.some((attack) => attack.property === property),
  );
  const score = (property: Property, defense: string): string => {
    const trials = matrix.attacks.flatMap((attack) =>
      attack.property === property ? (find(attack.id, defense) ?? []) : [],
    );
    const played = trials.filter((trial) => trial.verdict !== 'not-applicable');
    return played.length === 0
      ? ''
      : PROSE.stopped(played.filter((trial) => trial.verdict === 'defeated').length, played.length);
  };
  const head = [PROSE.tries, ...matrix.defenses.map(({ id }) => markdownCode(id))];
  return markdownTable(
    head,
    broken.map((property) => [
      PROSE.property[property],
      ...matrix.defenses.map(({ id }) => score(property, id)),
    ]),
  );
}

/** The sentence of the handout, held against the measured cells. Whatever they say, the answer says. */
export function fernetAnswer(matrix: Matrix, texts: Texts): string {
  const { PROSE } = texts;
  const cells = integrityCells(matrix, 'fernet');
  const [held, failed] = [listed(cells, texts, 'defeated'), listed(cells, texts, 'breached', 'detected')];
  if (
    cells.length < INTEGRITY.length ||
    cells.some((cell) => !['defeated', 'breached', 'detected'].includes(cell.verdict))
  )
    return PROSE.fernetUnmeasured;
  const answer =
    failed === ''
      ? PROSE.fernetHolds(held)
      : held === ''
        ? PROSE.fernetFails(failed)
        : PROSE.fernetPartly(held, failed);
  return [answer, encryptionAnswer(matrix, texts), openAnswer(matrix, texts)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function encryptionAnswer(matrix: Matrix, texts: Texts): string {
  const failed = listed(integrityCells(matrix, 'encryption'), texts, 'breached');
  return failed === '' ? '' : texts.PROSE.encryptionFails(failed);
}

/** What else got through Fernet, by what was broken. */
function openAnswer(matrix: Matrix, { PROSE, property }: Texts): string {
  const open = throughAt(matrix, 'fernet').filter(({ attack }) => !INTEGRITY.some((id) => id === attack));
  const groups = PROPERTIES.flatMap((one) => {
    const own = open.filter((trial) =>
      matrix.attacks.some(({ id, property: broken }) => id === trial.attack && broken === one),
    );
    return own.length === 0 ? [] : [PROSE.under(property[one], codes(own))];
  });
  return groups.length === 0 ? '' : PROSE.fernetOpen(groups.join('; '));
}

/** The ids of the trials' attacks, each a code span. */
export const codes = (trials: readonly TrialResult[]): string =>
  trials.map(({ attack }) => markdownCode(attack)).join(', ');

/** One line a defense: how many attacks it stopped, and which. */
export const whoStopsWhom = ({ defenses, trials }: Matrix, { PROSE }: Texts): string =>
  defenses
    .map(({ id }) => {
      const played = trials.filter((trial) => trial.defense === id && trial.verdict !== 'not-applicable');
      const stopped = played.filter((trial) => trial.verdict === 'defeated');
      return PROSE.stops(markdownCode(id), stopped.length, played.length, codes(stopped));
    })
    .join('\n');

function integrityCells(matrix: Matrix, defense: string): TrialResult[] {
  const find = finder(matrix);
  return INTEGRITY.flatMap((attack) => find(attack, defense) ?? []);
}

/** `rogue-server/rewrite` was defeated (`bad-hmac`: the token's HMAC does not verify), … */
const listed = (
  cells: readonly TrialResult[],
  { PROSE, TELL, verdict: wordOf }: Texts,
  ...verdicts: Verdict[]
): string =>
  cells
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ attack, verdict, code }) =>
      PROSE.cellWith(
        markdownCode(attack),
        wordOf[verdict],
        code === null ? '' : PROSE.checked(markdownCode(code), TELL.means(code)),
      ),
    )
    .join(', ');

/** The trials against a defense in which the attack got through, noticed or not. */
export const throughAt = ({ trials }: Matrix, defense: string): TrialResult[] =>
  trials.filter(
    (trial) => trial.defense === defense && (trial.verdict === 'breached' || trial.verdict === 'detected'),
  );
