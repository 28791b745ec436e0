/** Everything as it should be, but nobody tells the host that she leaves: the key stays what it was. */
import { epoch } from '../../src/defenses/epoch.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-stays',
  title: 'One epoch, whoever leaves',
  insteadOf: 'epoch',
  layer: (...of) => ({ ...epoch.layer!(...of), leaving: () => {} }),
});

export const parts = [decoy];
