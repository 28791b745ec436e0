/**
 * `npm run record`: fights the grid and the variants and keeps real traces with the referee's rulings on them, one for
 * each attack and each way in which it came out. test/referee/recorded.test.ts holds the referee to them.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { compose } from '../src/defenses/compose.js';
import { DEFENSES, PARTS } from '../src/defenses/index.js';
import { VARIANTS } from '../src/defenses/variants.js';
import { type Cell, testedIn } from '../src/laboratory/cell.js';
import type { Recorded } from './referee/recorded.js';
import { openLaboratory } from './support/laboratory.js';

const FILE = fileURLToPath(new URL('../../test/referee/recorded.json.br', import.meta.url));

const recordedOf = ({ result, decisive }: Cell): Recorded[] =>
  decisive === null
    ? []
    : [
        {
          attack: result.attack,
          defense: result.defense,
          tested: testedIn(compose(result.defense, PARTS)),
          trace: decisive.trace,
          ruling: decisive.ruling,
        },
      ];

/** What tells two outcomes of an attack apart. */
const kindOf = ({ attack, ruling: { verdict, code, part } }: Recorded): string =>
  JSON.stringify([attack, verdict, code, part]);

/** Characters of a trace that are worth keeping. */
const MOST = 120_000;

const sizeOf = (recorded: Recorded): number => JSON.stringify(recorded.trace).length;

const laboratory = openLaboratory();
const { cells } = await laboratory.fight([...DEFENSES, ...VARIANTS.map(({ id }) => id)]);
await laboratory.close();

const shortest = new Map<string, Recorded>();
for (const recorded of cells.flatMap(recordedOf).filter((one) => sizeOf(one) <= MOST)) {
  const known = shortest.get(kindOf(recorded));
  if (!known || sizeOf(recorded) < sizeOf(known)) shortest.set(kindOf(recorded), recorded);
}
const text = JSON.stringify([...shortest.values()]);
const bytes = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});
writeFileSync(FILE, bytes);
console.log(`${shortest.size} traces, ${text.length} characters, ${bytes.length} bytes`);
