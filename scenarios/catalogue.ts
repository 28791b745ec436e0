import type { Scenario } from '../src/model/scenario.js';
import { crypto } from './crypto.js';
import { flood } from './flood.js';
import { keyTheft } from './key-theft.js';
import { network } from './network.js';
import { password } from './password.js';
import { session } from './session.js';

/** The scenarios of the attacks beyond the default grid. */
export const CATALOGUE_SCENARIOS: readonly Scenario[] = [network, crypto, password, flood, session, keyTheft];
