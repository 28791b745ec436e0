import type { WebSocket } from 'ws';
import type { Relay } from '../chat/relay.js';
import type { Clock } from '../model/clock.js';
import type { Keys } from '../model/defense.js';
import type { Bout } from './bout.js';
import type { Logs } from './logs.js';
import type { Recorder } from './recorder.js';
import type { Tap } from './tap.js';
import type { Transport } from './transport.js';

/** What of a trial a position may open: the adversary itself never sees this, only what `positions.ts` makes of it. */
export interface Field {
  readonly bout: Bout;
  readonly recorder: Recorder;
  readonly relay: Relay;
  readonly clock: Clock;
  /** Where the relay listens. */
  readonly url: string;
  /** The connections of the adversary's own. */
  readonly strangers: WebSocket[];
  /** Whose log or connection the position is about. */
  readonly target: string;
  readonly tap: Tap | null;
  /** Those of her connections that have stopped reading. */
  readonly deaf: Set<WebSocket>;
  readonly transport: Transport;
  readonly logs: Logs;
  settle(): Promise<void>;
  keys(nick: string, salt: string | undefined): Promise<Keys>;
  /** What a part has stored on a member's device. */
  storageOf(nick: string, part: string): ReadonlyMap<string, string>;
  /** A member's signature over a join or leave; null where the chat asks for none. */
  prove(nick: string, statement: Uint8Array): Promise<string | null>;
}
