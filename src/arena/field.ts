import type { WebSocket } from 'ws';
import type { Relay } from '../chat/relay.js';
import type { Keys } from '../model/defense.js';
import type { Bout } from './bout.js';
import type { Recorder } from './recorder.js';
import type { Tap } from './tap.js';

/** What of a trial a position may open: the adversary itself never sees this, only what `positions.ts` makes of it. */
export interface Field {
  readonly bout: Bout;
  readonly recorder: Recorder;
  readonly relay: Relay;
  /** Where the relay listens. */
  readonly url: string;
  /** The connections of the adversary's own. */
  readonly strangers: WebSocket[];
  /** Whose log or connection the position is about. */
  readonly target: string;
  readonly tap: Tap | null;
  settle(): Promise<void>;
  keys(nick: string, salt: string | undefined): Promise<Keys>;
  readLog(): string;
  relayLog(): string;
}
