import type { Scenario } from '../src/model/scenario.js';
import { deserialization } from './deserialization.js';
import { insider } from './insider.js';
import { logSniffer } from './log-sniffer.js';
import { replay } from './replay.js';
import { rogueServer } from './rogue-server.js';

/** All scenarios, in the order of the grid. */
export const SCENARIOS: readonly Scenario[] = [logSniffer, rogueServer, replay, deserialization, insider];
