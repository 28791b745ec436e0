import { randomBytes } from 'node:crypto';
import type { ForwardingHook } from '../chat/relay.js';
import { eventsOf } from '../model/trace.js';
import type { Bench } from './bench.js';
import { type Deliveries, deliveriesOf } from './clocks.js';

/** The salt as the relay hands it out in its reply to a join; null where a frame holds none. */
const saltIn = (bytes: string): string | null => {
  const frame = JSON.parse(bytes) as { type?: string; body?: { salt?: unknown } };
  return frame.type === 'reply' && typeof frame.body?.salt === 'string' ? frame.body.salt : null;
};

/** What a passive tap on Bob's connection makes of the salt. */
export interface Tapped {
  /** Bytes of salt that the tap held in clear; 0 where it held none. */
  readonly bytes: number;
  /** The tap's best guess of the secret that the messages carried is right. */
  readonly readsSecret: boolean;
}

/** Taps Bob's connection from his join on. Throws Unproven. */
export async function tapSalt(bench: Bench, defense: string): Promise<Tapped> {
  const { result, decisive } = await bench.fight('log-sniffer/wire', defense);
  const trace = decisive?.trace ?? [];
  const held = eventsOf(trace, 'held').map(({ bytes }) => bytes);
  const salts = eventsOf(trace, 'forward').flatMap(({ bytes }) => (bytes && saltIn(bytes)) ?? []);
  const salt = salts.find((text) => held.some((bytes) => bytes.includes(text)));
  return {
    bytes: salt ? Buffer.from(salt, 'base64').length : 0,
    readsSecret: result.verdict === 'breached',
  };
}

/** The relay hands Bob another salt than the others. What becomes of Alice's messages on the way to everybody else? */
export async function swapSalt(bench: Bench, defense: string): Promise<Deliveries> {
  const other = randomBytes(16).toString('base64');
  const swapping: ForwardingHook = ({ to, from, bytes }) => {
    const salt = to === 'bob' && from === 'relay' ? saltIn(bytes) : null;
    return salt ? { do: 'replace', bytes: bytes.replace(salt, other) } : { do: 'forward' };
  };
  return deliveriesOf('alice', await bench.talk(defense, { courier: swapping }));
}
