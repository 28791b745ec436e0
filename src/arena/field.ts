import type { ConnectionOptions } from 'node:tls';
import type { ClientOptions, WebSocket } from 'ws';
import type { Relay } from '../chat/relay.js';
import type { Certificate } from '../model/attack.js';
import type { Clock } from '../model/clock.js';
import type { Keys } from '../model/defense.js';
import type { Bout } from './bout.js';
import type { Recorder } from './recorder.js';
import type { Tap } from './tap.js';

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
  /** What every client's TLS takes; nothing where the chat has none. */
  readonly tls: Pick<ConnectionOptions, 'secureContext' | 'rejectUnauthorized'> &
    Pick<ClientOptions, 'checkServerIdentity'>;
  settle(): Promise<void>;
  keys(nick: string, salt: string | undefined): Promise<Keys>;
  /** What a part has stored on a member's device. */
  storageOf(nick: string, part: string): ReadonlyMap<string, string>;
  /** The secrets of a member's TLS connections, in the lines of NSS's key log format; only the target's are kept. */
  keyLog(nick: string): readonly string[];
  readLog(): string;
  /** Stands between the target and the relay with this certificate. */
  answerAsRelay(certificate: Certificate): void;
  /** A member's signature over a join or leave; null where the chat asks for none. */
  prove(nick: string, statement: Uint8Array): Promise<string | null>;
  /** The key that lies beside the log, in hex; null where none does. */
  keyBesideLog(): string | null;
  relayLog(): string;
}
