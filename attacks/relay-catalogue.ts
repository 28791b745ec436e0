import type { Attack } from '../src/model/attack.js';
import afterRestart from './replay/after-restart.js';
import lateJoiner from './replay/late-joiner.js';
import skewedClock from './replay/skewed-clock.js';
import downgrade from './rogue-server/downgrade.js';
import dropTail from './rogue-server/drop-tail.js';
import equivocateContent from './rogue-server/equivocate-content.js';
import equivocateOmission from './rogue-server/equivocate-omission.js';
import equivocateOrder from './rogue-server/equivocate-order.js';
import reorderCausal from './rogue-server/reorder-causal.js';

/** Attacks of the relay and of replays beyond the default grid. */
export const RELAY_CATALOGUE: readonly Attack[] = [
  dropTail,
  reorderCausal,
  equivocateOmission,
  equivocateOrder,
  equivocateContent,
  downgrade,
  afterRestart,
  lateJoiner,
  skewedClock,
];
