import type { Part } from '../model/defense.js';
import { bound } from './bound.js';
import { codec } from './codec.js';
import { encryption } from './encryption.js';
import { epoch } from './epoch.js';
import { fernet } from './fernet.js';
import { limits } from './limits.js';
import { logRedaction } from './log-redaction.js';
import { mac } from './mac.js';
import { pad } from './pad.js';
import { sequence, sequenceDurable } from './sequence.js';
import { signature } from './signature.js';
import { tls } from './tls.js';
import { transcript } from './transcript.js';
import { ttl } from './ttl.js';
import { VARIANTS } from './variants.js';

const COLUMNS: readonly Part[] = [
  encryption,
  mac,
  fernet,
  ttl,
  signature,
  bound,
  sequence,
  pad,
  codec,
  limits,
  logRedaction,
  tls,
  transcript,
];

/** Parts that have no column of their own: `full` is made of them and of those that have. */
const OF_FULL: readonly Part[] = [epoch, sequenceDurable];

/** The columns of the grid. */
export const DEFENSES: readonly string[] = ['none', ...COLUMNS.map((part) => part.id), 'full'];

const SOUND_PARTS: readonly Part[] = [...COLUMNS, ...OF_FULL];

/** The parts that advice may name: none that is vulnerable on purpose. */
export const SOUND: readonly string[] = SOUND_PARTS.map((part) => part.id);

/** All parts that can be named: those of the grid first, then the variants that are vulnerable on purpose. */
export const PARTS: readonly Part[] = [...SOUND_PARTS, ...VARIANTS];
