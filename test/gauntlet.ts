/** `npm run decoys`: every decoy is loaded as a plugin, beside its sound twin, and fought by the attack that must find it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PARTS } from '../src/defenses/index.js';
import { loadPlugins } from '../src/laboratory/plugins.js';
import type { ControlResult, TrialResult } from '../src/model/results.js';
import { DECOYS, type Decoy } from './decoys/index.js';
import { attacksOf, openLaboratory, type TestLaboratory } from './support/laboratory.js';

/** What the named attack did to the twin and to the decoy, and how the honest runs of both came out. */
export interface Caught {
  readonly benign: readonly ControlResult['outcome'][];
  readonly twin: TrialResult;
  readonly decoy: TrialResult;
}

/** Fights one decoy and its sound twin. */
export async function fightDecoy({ id, twin, caughtBy }: Decoy, laboratory: TestLaboratory): Promise<Caught> {
  const plugin = await loadPlugins([fileOf(id)]);
  const { matrix } = await laboratory.fight([twin, id], {
    attacks: attacksOf(caughtBy),
    parts: [...PARTS, ...plugin.parts],
  });
  const trial = (defense: string): TrialResult => matrix.trials.find((cell) => cell.defense === defense)!;
  return {
    benign: matrix.controls.filter(({ kind }) => kind === 'benign').map(({ outcome }) => outcome),
    twin: trial(twin),
    decoy: trial(id),
  };
}

/** Compiled or not: the plugin stands beside this file. */
function fileOf(id: string): string {
  const source = fileURLToPath(new URL(`./decoys/${id}.ts`, import.meta.url));
  return existsSync(source) ? source : source.replace(/\.ts$/, '.js');
}

/** Whether the honest runs passed, the twin stands and the decoy fell. */
export const isCaught = ({ benign, twin, decoy }: Caught, { soundly = 'defeated' }: Decoy): boolean =>
  benign.every((outcome) => outcome === 'passed') && twin.verdict === soundly && decoy.verdict === 'breached';

async function main(): Promise<void> {
  const laboratory = openLaboratory();
  let caught = 0;
  try {
    for (const decoy of DECOYS) {
      const fought = await fightDecoy(decoy, laboratory);
      if (isCaught(fought, decoy)) caught++;
      console.log(
        `${isCaught(fought, decoy) ? 'caught ' : 'ESCAPED'}  ${decoy.id} → ${decoy.caughtBy} (${fought.decoy.tactic}); ${decoy.twin}: ${fought.twin.verdict} by ${fought.twin.code ?? 'a wrong guess'}`,
      );
    }
  } finally {
    await laboratory.close();
  }
  console.log(`${caught} of ${DECOYS.length} decoys caught`);
  process.exitCode = caught === DECOYS.length ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
