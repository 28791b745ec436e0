import type { Campaign } from '../laboratory/matrix.js';
import type { Scenario } from '../model/scenario.js';
import { diagramOf, type Format, type Look, renderMatrix, tellCell, tellScenario } from '../report/index.js';
import type { Catalogue } from './catalogue.js';
import { attacksNamed, formatIn, scenarioNamed, skewsIn, stacksNamed } from './choose.js';
import type { Typed } from './commands.js';
import { refuseSameFile, saver } from './output.js';
import { type Chosen, exitCodeFor, play } from './play.js';
import { list } from './scenarios.js';
import { print } from './streams.js';
import { lookFor } from './terminal.js';
import { traceLines } from './trace.js';

/** Tells one scenario: against one defense its stories, against several the grid. Without a name, lists them. */
export async function run(typed: Typed): Promise<number> {
  const [name] = typed.words;
  if (name === undefined) return list(typed);
  const [output, trace] = [typed.one('output'), typed.one('trace')];
  const format = formatIn(typed.one('format'), output);
  refuseSameFile(output, trace);
  const save = output === undefined ? print : saver(output);
  const saveTrace = trace === undefined ? () => {} : saver(trace);
  const { campaign, chosen } = await play(typed, (catalogue) => choose(name, typed, catalogue));
  const look = lookFor(format, output);
  saveTrace(traceLines(campaign.cells, typed.switches.has('with-secrets')));
  save(format ? formatted(campaign, format, look) : tell(chosen, campaign, look));
  return exitCodeFor(campaign, typed);
}

/** The grid; as a picture, one trial alone is its sequence diagram. */
function formatted({ cells, matrix }: Campaign, format: Format, look: Look): string {
  const [cell, ...others] = cells;
  const diagram = format === 'svg' && cell && others.length === 0 ? diagramOf(cell, look.texts) : null;
  return diagram ?? renderMatrix(matrix, format, look);
}

type ChosenScenario = Chosen & { readonly scenario: Scenario };

function choose(name: string, typed: Typed, catalogue: Catalogue): ChosenScenario {
  const scenario = scenarioNamed(name, catalogue);
  const defenses = typed.all('defense');
  const ofPlugins = catalogue.parts.filter((part) => catalogue.origins.has(part)).map(({ id }) => id);
  const stacks = stacksNamed(
    defenses.length === 0 ? [...scenario.defenses, ...ofPlugins] : defenses,
    catalogue,
  );
  return {
    scenario,
    scenarios: [scenario],
    attacks: attacksNamed(typed.all('attack'), [scenario], catalogue),
    stacks,
    // One defense is told in full; several, only where that is asked for: it takes a dozen fights a cell.
    explain: typed.switches.has('explain') || stacks.length === 1,
    skews: skewsIn(typed.all('skew'), scenario.cast),
  };
}

function tell(
  { scenario, attacks, stacks }: ChosenScenario,
  { cells, matrix }: Campaign,
  look: Look,
): string {
  if (stacks.length > 1) return tellScenario(scenario, [], matrix, look);
  const stories = cells.map(({ result, decisive }) => {
    const attack = attacks.find(({ id }) => id === result.attack)!;
    return tellCell(
      { attack, stack: stacks[0]!, result, trace: decisive?.trace ?? null, tactic: decisive?.tactic ?? null },
      look,
    );
  });
  return tellScenario(scenario, stories, matrix, look);
}
