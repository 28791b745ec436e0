import { lengthPrefixed } from '../model/bytes.js';
import type { Code } from '../model/code.js';
import type { Keys, Limits, Session } from '../model/defense.js';
import type { Request } from './wire.js';

const DOMAIN = 'mallory/v1/membership';

/** What a member signs to join or leave: this room, as this nick, on the connection that was given this challenge. */
export const membershipStatement = (
  verb: 'join' | 'leave',
  { room, nick }: Session,
  challenge: string,
): Uint8Array => lengthPrefixed(DOMAIN, verb, room, nick, challenge);

/** What the relay knows of a connection when it decides what the connection may do. */
export interface Standing {
  readonly held: readonly Session[];
  readonly all: readonly Session[];
  readonly challenge: string;
}

/** Why the limits refuse a request; null where they let it pass. `pinned`: the members' keys, where they have any. */
export function refusalOf(
  request: Request,
  { held, all, challenge }: Standing,
  limits: Limits,
  pinned?: Keys['pinned'],
): Code | null {
  if (request.type === 'list') return null;
  const as = { room: request.header.room, nick: request.header.nick };
  const { type } = request;
  if (type === 'join' || type === 'leave') {
    const statement = membershipStatement(type, as, challenge);
    if (!isProven(request.body?.proof, statement, as.nick, limits, pinned)) return 'unproven-member';
  }
  if (type === 'join') return refusedToJoin(as, held, all, limits);
  return (limits.speaksAs?.(as, held, all) ?? true) ? null : 'nick-bound';
}

function refusedToJoin(
  wanted: Session,
  held: readonly Session[],
  all: readonly Session[],
  limits: Limits,
): Code | null {
  if (held.some(({ room, nick }) => room === wanted.room && nick === wanted.nick)) return null;
  if (limits.mayTake && !limits.mayTake(wanted, held, all)) return 'nick-bound';
  return limits.admits && !limits.admits(wanted, held) ? 'join-quota' : null;
}

/** Where the members have keys, a join or leave without a valid signature is nobody's. */
function isProven(
  proof: unknown,
  statement: Uint8Array,
  nick: string,
  { membership }: Limits,
  pinned?: Keys['pinned'],
): boolean {
  if (!membership || !pinned) return true;
  const key = pinned.get(nick);
  return key !== undefined && typeof proof === 'string' && membership.verify(proof, statement, key);
}
