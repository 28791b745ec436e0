/** `npm run bench`: ratios side by side in one run; absolute rates are this machine's, at this moment. */
import { benchFernet } from './fernet.js';
import { benchTrials } from './trials.js';

const ratio = (value: number): string => `${value.toFixed(2)} ×`;

console.log('Fernet round trips, ours against npm fernet and against a straight composition in node:crypto');
for (const row of await benchFernet()) {
  const { npmFernet, straight } = row.ratios;
  console.log(
    `  ${row.name.padEnd(8)} ${ratio(npmFernet).padStart(10)} npm fernet   ${ratio(straight).padStart(8)} straight`,
  );
}
console.log('Trials on none, against the same frames over bare ws');
const { trials, floor, ratio: share } = await benchTrials();
console.log(`  ${trials.toFixed(0)} trials/s, floor ${floor.toFixed(0)}/s: ${ratio(share)} the floor`);
