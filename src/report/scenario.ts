import type { DefenseResult, Matrix, TrialResult } from '../model/results.js';
import type { Scenario } from '../model/scenario.js';
import { glyphsFor, styled } from './glyphs.js';
import { finder, shortName } from './grid.js';
import { type Look, wrap } from './look.js';
import { remedyLines } from './remedies.js';
import { drawSheet, type Line, PADDING, type Sheet, widthsOf } from './ruled.js';
import { terminal } from './sanitize.js';
import { doubtLines, drawGrid } from './table.js';
import type { Texts } from './texts/index.js';
import { translatedFacts, translatedMatrix } from './translated.js';

/** A scenario as the terminal tells it: its story, the stories of its cells, a closing table, what stays open. */
export function tellScenario(
  english: Pick<Scenario, 'title' | 'story' | 'lesson'>,
  stories: readonly string[],
  fought: Matrix,
  look: Look,
): string {
  const scenario = translatedFacts(english, look.texts);
  const matrix = translatedMatrix(fought, look.texts);
  const { heavy } = glyphsFor(look);
  const prose = (text: string): string => wrap(terminal(text, look), look.width);
  const title = prose(scenario.title);
  const head = [
    styled(title, ['bold'], look),
    heavy.repeat(Math.min(look.width, title.length)),
    prose(scenario.story),
  ].join('\n');
  const foot = [
    ...doubtLines(matrix, look),
    ...matrix.defenses.map((defense) => prose(leftOpen(matrix, defense, look.texts))),
  ].join('\n');
  return `${[head, ...stories, ...closing(matrix, look), foot, prose(look.texts.TELL.lesson(scenario.lesson))].join('\n\n')}\n`;
}

/** One defense: its verdicts and the checks beside them. Several: the grid, and the checks beneath. */
function closing(matrix: Matrix, look: Look): string[] {
  if (matrix.defenses.length === 1) return [verdicts(matrix, look)];
  const fired = matrix.defenses.flatMap((defense) => firedUnder(matrix, defense, look));
  return [
    ...drawGrid(matrix, look),
    ...remedyLines(matrix, look),
    ...(fired.length === 0
      ? []
      : [[styled(look.texts.TELL.checksFired, ['bold'], look), ...fired].join('\n')]),
  ];
}

/** One event's id, as "mallory#3". */
const LEAST_EVIDENCE = 9;

function verdicts({ attacks, trials }: Matrix, look: Look): string {
  const { verdict: glyph, dash } = glyphsFor(look);
  const safe = (text: string): string => terminal(text, look);
  const { WORDS } = look.texts;
  /** `room`: the columns that a trial's evidence may take before it goes on beneath. */
  const sheetOf = (room: number): Sheet => ({
    heads: [WORDS.verdict, WORDS.check, WORDS.evidence],
    lines: trials.map((trial): Line => {
      const attack = attacks.find(({ id }) => id === trial.attack);
      const check = trial.code === null ? dash : `${trial.code} (${trial.part ?? dash})`;
      const cells = [
        { text: `${glyph[trial.verdict]} ${look.texts.verdict[trial.verdict]}`, verdict: trial.verdict },
        { text: safe(check) },
        { text: wrap(safe(trial.evidence.join(', ')), room) },
      ];
      return { kind: 'row', label: safe(attack ? shortName(attack) : trial.attack), cells };
    }),
    align: 'left',
  });
  const [evidence = 0, ...others] = widthsOf(sheetOf(look.width)).reverse();
  const left = look.width - others.reduce((sum, width) => sum + width, 0);
  return drawSheet(sheetOf(Math.max(LEAST_EVIDENCE, Math.min(evidence, left) - PADDING)), look);
}

/** `  fernet     bad-hmac: rewrite, bit-flip` */
function firedUnder(matrix: Matrix, { id }: DefenseResult, look: Look): string[] {
  const fired = matrix.trials.filter((trial) => trial.defense === id && trial.code !== null);
  const codes = [...new Set(fired.map((trial) => trial.code!))];
  return codes.map((code) => {
    const attacks = namesOf(
      matrix,
      fired.filter((trial) => trial.code === code),
    );
    return wrap(
      terminal(look.texts.TELL.firedAt(code, attacks), look),
      look.width,
      `  ${terminal(id, look)}: `,
      '    ',
    );
  });
}

/** What was measured to get through, then what the parts say of themselves. */
function leftOpen(matrix: Matrix, defense: DefenseResult, { TELL }: Texts): string {
  const find = finder(matrix);
  const played = matrix.attacks.flatMap(({ id }) => find(id, defense.id) ?? []);
  const through = played.filter(({ verdict }) => verdict === 'breached' || verdict === 'detected');
  const withstood = played.some(({ verdict }) => verdict === 'defeated');
  const measured =
    through.length > 0 ? namesOf(matrix, through) : withstood ? TELL.nothingMeasured : TELL.nothingProved;
  return TELL.leavesOpen(defense.id, measured, defense.leavesOpen);
}

/** The attacks' short names, with their scenario where several are played. */
function namesOf({ attacks }: Matrix, trials: readonly TrialResult[]): string {
  const one = new Set(attacks.map(({ scenario }) => scenario)).size === 1;
  const name = (trial: TrialResult): string => {
    const attack = attacks.find(({ id }) => id === trial.attack);
    return attack && one ? shortName(attack) : trial.attack;
  };
  return trials.map(name).join(', ');
}
