import type { Scenario } from '../src/model/scenario.js';
import { crypto } from './crypto.js';
import { deserialization } from './deserialization.js';
import { flood } from './flood.js';
import { insider } from './insider.js';
import { keyTheft } from './key-theft.js';
import { logSniffer } from './log-sniffer.js';
import { network } from './network.js';
import { password } from './password.js';
import { replay } from './replay.js';
import { rogueServer } from './rogue-server.js';
import { session } from './session.js';

/** All scenarios, in the order of the grid. */
export const SCENARIOS: readonly Scenario[] = [
  logSniffer,
  network,
  rogueServer,
  replay,
  insider,
  deserialization,
  password,
  crypto,
  keyTheft,
  flood,
  session,
];
