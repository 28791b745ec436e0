import type { LogEntry, Part, RelayLogging } from '../model/defense.js';
import { signedMembership } from './membership.js';

const KIB = 1024;
/** The largest frame that the relay takes, in bytes. */
export const MAX_PAYLOAD = 128 * KIB;
/** The bytes that the relay keeps for one reader who does not read. */
export const MAX_UNSENT = 512 * KIB;
/** Sessions that one connection may hold. */
export const JOIN_QUOTA = 8;
/** Seconds between two pings of the relay. */
export const RELAY_HEARTBEAT = 10;

/** C0 and C1 controls, DEL, the two Unicode separators and the bidirectional controls: none is ever part of a line. */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const UNFIT_IN_JSON = new RegExp(UNFIT.source, 'g');

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Whether any field of an entry holds what would break or disguise a line. */
export const isUnfit = (entry: LogEntry): boolean =>
  Object.values(entry).some((value) => UNFIT.test(String(value)));

/** One JSON object a line (NDJSON). JSON leaves U+007F and above as they are, so those are escaped here. */
export const ndjson = (entry: LogEntry): string => JSON.stringify(entry).replace(UNFIT_IN_JSON, escaped);

const structured: RelayLogging = {
  writer: () => (entry) => ({
    line: ndjson(entry),
    // Noted only where it mattered: an act for each line would pass for a defense against anything.
    ...(isUnfit(entry) ? { act: 'log-escaped' as const } : {}),
  }),
};

/** What the relay allows one connection to cost it and others. */
export const limits: Part = {
  id: 'limits',
  title: 'Limits of the relay: payload, joins, members only, sessions, slow readers, log lines, nicks',
  protects:
    'the relay, from what one connection can make it hold; nicks, rooms and the log, from other connections',
  leavesOpen:
    'the words, from whoever carries them; floods from many connections; a nick, from whoever takes it first without personal keys',
  stage: 'limits',
  settings: {
    limits: {
      maxPayload: MAX_PAYLOAD,
      noCompression: true,
      membersOnly: true,
      admits: (_, held) => held.length < JOIN_QUOTA,
      // By the connection, never by what a frame says of itself.
      speaksAs: (as, held) => held.some(({ room, nick }) => room === as.room && nick === as.nick),
      // One connection, one nick; and a nick that is somebody's is hers in every room.
      mayTake: (wanted, held, all) =>
        held.every(({ nick }) => nick === wanted.nick) &&
        (held.length > 0 || all.every(({ nick }) => nick !== wanted.nick)),
      membership: signedMembership,
      removesOnClose: true,
      heartbeat: RELAY_HEARTBEAT,
      overflows: (unsent) => unsent > MAX_UNSENT,
    },
    relayLog: structured,
  },
};

/** Sessions expire, and nothing else of the limits: a variant that the labs' students proposed. */
export const expiryOnly: Part = {
  id: 'expiry-only',
  title: 'Sessions expire, no other limit',
  protects: 'the relay, from sessions that were forgotten slowly',
  leavesOpen: 'everything that happens faster than sessions expire, and everything but sessions',
  stage: 'limits',
  insteadOf: 'limits',
  settings: { limits: { heartbeat: RELAY_HEARTBEAT } },
};
