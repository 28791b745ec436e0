import { fight } from '../arena/fight.js';
import type { ForwardingHook } from '../chat/relay.js';
import type { Attack } from '../model/attack.js';
import type { Trace } from '../model/trace.js';
import { type Cell, fightCell, type Ground } from './cell.js';

/** An honest run beside the trials: whose clock is off, and whether every message lay in store for a while. */
export interface Honest {
  readonly skews: Readonly<Record<string, number>>;
  readonly stored: boolean;
}

/** Who fights: this thread, or a worker thread where the code of a plugin takes part. */
export interface Runner {
  cell(attack: Attack, ground: Ground): Promise<Cell>;
  honest(ground: Ground, run: Honest): Promise<Trace>;
}

/** Seconds that an honest courier keeps every message, as a server does for somebody who is offline. */
const STORE_SECONDS = 45;

const storing: ForwardingHook = ({ from }) =>
  from === 'relay' ? { do: 'forward' } : { do: 'delay', seconds: STORE_SECONDS };

/** The verdict without the fight behind it, which is a thousand times its size. */
export const bare = ({ result }: Cell): Cell => ({ result, decisive: null });

/** Fights in this thread. */
export const here: Runner = {
  cell: fightCell,
  honest: (ground, { skews, stored }) => fight({ ...ground, skews, ...(stored ? { courier: storing } : {}) }),
};
