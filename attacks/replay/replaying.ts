/** What all replays share: a stranger joins, keeps what the relay sends it, and later sends a frame again as it was. */
import { encodeFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import type { Adversary, Capabilities, Connection, Tactic, Tools } from '../../src/model/attack.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { aliceSaid, asMessage, messageOf, PLACES, type Place, withBody } from '../message.js';
import { hasBinaryTime, restamp, restampText } from '../time.js';

export interface Replay extends Tactic {
  readonly place: Place;
  /** What of the clear header is made new: nothing, every time, or the number too, so that it looks like another message. */
  readonly header: 'kept' | 'freshened' | 'renumbered';
  /** Also sets the time inside the outermost envelope to now, whatever protects it. */
  readonly restamped?: true;
}

/** The first, the middle and the last message again, and one under another number. */
export const plainReplays = (): readonly Replay[] => [
  ...PLACES.map((place) => ({
    id: place,
    does: `sends Alice's ${place} message again`,
    place,
    header: 'kept' as const,
  })),
  {
    id: 'renumbered',
    does: "sends Alice's last message again under another number and with every clear time set to now",
    place: 'last',
    header: 'renumbered',
  },
];

/** The same, and once more with the clear times set to now; where the envelope carries a time, with that one set, too. */
export const freshenedReplays = (wire: WireFormat): readonly Replay[] => [
  ...plainReplays(),
  ...(hasBinaryTime(wire)
    ? [
        {
          id: 'restamped',
          does: "sends Alice's last message again with the time in its token set to now",
          place: 'last',
          header: 'freshened',
          restamped: true,
        } as const,
      ]
    : []),
  {
    id: 'freshened',
    does: "sends Alice's last message again with every clear time set to now",
    place: 'last',
    header: 'freshened',
  },
];

/** An outsider that replays Alice's message `seconds` after the conversation. */
export function replayer(
  outsider: Capabilities['outsider'],
  tactic: Replay,
  tools: Tools,
  seconds: number,
): Adversary {
  const line = aliceSaid(tools.known, tactic.place);
  let connection: Connection | undefined;
  return {
    begin: async () => {
      connection = await joined(outsider, tools);
    },
    end: async () => {
      const captured = connection?.received.find((bytes) => messageOf(bytes, line));
      if (!connection || !captured) return;
      await tools.wait(seconds);
      tools.did(`sends Alice's “${line.text}” again, ${seconds} s later, from a connection of her own`);
      connection.send(tactic.header === 'kept' ? captured : renewed(captured, tactic, tools));
    },
  };
}

/** The same with all of Alice's messages, in the order in which they were captured. */
export function sessionReplayer(
  outsider: Capabilities['outsider'],
  { does }: Tactic,
  tools: Tools,
  seconds: number,
): Adversary {
  let connection: Connection | undefined;
  return {
    begin: async () => {
      connection = await joined(outsider, tools);
    },
    end: async () => {
      const captured =
        connection?.received.filter((bytes) => asMessage(bytes)?.header.nick === 'alice') ?? [];
      await tools.wait(seconds);
      tools.did(`${does}, ${seconds} s later, from a connection of her own`);
      for (const bytes of captured) connection?.send(bytes);
    },
  };
}

/** A connection of the adversary's that has joined under a nick of her own. */
async function joined({ connect }: Capabilities['outsider'], tools: Tools): Promise<Connection> {
  const connection = await connect();
  connection.send(joinAs('mallory', tools));
  await tools.settle();
  return connection;
}

/** The frame that joins the room under a nick. */
export const joinAs = (nick: string, { room, random }: Tools): string => {
  const salt = Buffer.from(random(16)).toString('base64');
  return encodeFrame({ v: WIRE_VERSION, type: 'join', header: { id: 1, room, nick }, body: { salt } });
};

/** How far a renumbered message jumps: beyond anything that a short conversation reaches. */
const JUMP = 50;

function renewed(bytes: string, { header, restamped }: Replay, { wire, now }: Tools): string {
  const frame = asMessage(bytes)!;
  const seq = frame.header.seq + (header === 'renumbered' ? JUMP : 0);
  const body = restamped ? restamp(wire, frame.body, now()) : restampText(wire, frame.body, now());
  return withBody({ ...frame, header: { ...frame.header, seq, sent: now() } }, body);
}
