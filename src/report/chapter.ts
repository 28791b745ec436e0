import type { Tactic } from '../model/attack.js';
import type { TrialResult } from '../model/results.js';
import type { Scenario } from '../model/scenario.js';
import type { Trace } from '../model/trace.js';
import { markdownTable, type Signs, verdictWord } from './markdown.js';
import { sequenceDiagram } from './mermaid.js';
import { steady } from './redaction.js';
import { markdown, markdownCode } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** A cell of the campaign as the report needs it: its result, and the fight that decided it. */
export interface FoughtCell {
  readonly result: TrialResult;
  readonly decisive: { readonly tactic: Tactic; readonly trace: Trace } | null;
}

/** A scenario's chapter: its story, what happened in each cell, real traces, its lesson. */
export function chapter(
  scenario: Pick<Scenario, 'id' | 'title' | 'story' | 'lesson'>,
  titles: ReadonlyMap<string, string>,
  cells: readonly FoughtCell[],
  signs: Signs,
): string {
  const parts = [
    `### ${markdown(scenario.title)}`,
    markdown(scenario.story),
    outcomes(cells, titles, signs),
    ...diagrams(cells, signs.texts),
    signs.texts.PROSE.lesson(markdown(scenario.lesson)),
  ];
  return parts.join('\n\n');
}

/** One row for all defenses under which an attack went alike; its title stands in the first. */
function outcomes(cells: readonly FoughtCell[], titles: ReadonlyMap<string, string>, signs: Signs): string {
  const attacks = [...new Set(cells.map(({ result }) => result.attack))];
  const rows = attacks.flatMap((attack) => {
    const own = cells.filter(({ result }) => result.attack === attack);
    const told = [...new Set(own.map((cell) => outcome(cell, signs)))];
    return told.map((words, place) => {
      const title = place === 0 ? `<br>${markdown(titles.get(attack) ?? '')}` : '';
      const alike = own
        .filter((cell) => outcome(cell, signs) === words)
        .map(({ result }) => markdownCode(result.defense));
      return [markdownCode(attack) + title, alike.join(', '), words];
    });
  });
  const { PROSE } = signs.texts;
  return markdownTable(
    PROSE.scenarioHead,
    rows,
    PROSE.scenarioHead.map(() => ':--'),
  );
}

/** Verdict, check and reason: the last three cells of a row. */
function outcome({ result, decisive }: FoughtCell, signs: Signs): string {
  const { verdict, code, part, because } = result;
  const { PROSE } = signs.texts;
  const safe = decisive ? steady(decisive.trace, '…') : (text: string): string => text;
  const check =
    code === null ? '' : `${markdownCode(code)}${part === null ? '' : PROSE.ofPart(markdownCode(part))}`;
  return [verdictWord(verdict, signs), check, markdown(safe(because))].join(' | ');
}

/** The first attack that some defense stopped by a check: how it went where it got through, and how where it did not. */
function diagrams(cells: readonly FoughtCell[], texts: Texts): string[] {
  const stopped =
    cells.find(({ result }) => result.verdict === 'defeated' && result.code !== null) ??
    cells.find(({ result }) => result.verdict === 'defeated');
  const attack = (stopped ?? cells[0])?.result.attack;
  const through = cells.find(({ result }) => result.attack === attack && result.verdict === 'breached');
  return [through, stopped].flatMap((cell) => (cell ? diagram(cell, texts) : []));
}

function diagram({ result, decisive }: FoughtCell, texts: Texts): string[] {
  if (!decisive) return [];
  const caption = texts.PROSE.diagram(
    markdownCode(result.attack),
    markdownCode(result.defense),
    texts.verdict[result.verdict],
  );
  return [
    caption,
    `\`\`\`mermaid\n${sequenceDiagram(decisive.trace, { result, tactic: decisive.tactic, repeatable: true }, texts)}\n\`\`\``,
  ];
}
