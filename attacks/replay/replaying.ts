/** What all replays share: a stranger joins, keeps what the relay sends it, and later sends a frame again as it was. */
import type { Adversary, Capabilities, Connection, Tactic, Tools } from '../../src/model/attack.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { aliceSaid, asMessage, messageOf, otherNumbers, type Place, withBody } from '../message.js';
import { onceIn } from '../once.js';
import { joining } from '../request.js';
import { hasBinaryTime, renonced, restamp, restampText } from '../time.js';
import { together } from '../together.js';

export interface Replay extends Tactic {
  readonly place: Place;
  /** What of the clear header is made new: nothing, every time, or the number too, so that it looks like another message. */
  readonly header: 'kept' | 'freshened' | 'renumbered';
  /** Also sets the time inside the outermost envelope to now, whatever protects it. */
  readonly restamped?: true;
  /** After it, the one that is so many messages older than Alice's newest. */
  readonly back?: number;
  /** It is sent again so many seconds after the conversation, each. */
  readonly again?: readonly number[];
  /** And then, unless programs are heard that say something of their own while nobody speaks. */
  readonly later?: readonly number[];
}

const replayOf = (place: Place): Replay => ({
  id: place,
  does: `sends Alice's ${place} message again`,
  place,
  header: 'kept',
});

const RENUMBERED: Replay = {
  id: 'renumbered',
  does: "sends Alice's last message again under other numbers and with every clear time set to now",
  place: 'last',
  header: 'renumbered',
};

/** The first, the middle and the last message again, and one under other numbers. The last may come several times: it is sent last. */
export const plainReplays = (): readonly Replay[] =>
  together([replayOf('first'), replayOf('middle'), RENUMBERED, replayOf('last')]);

/** A tactic of these, whose message is sent again and again: the last one, which is the youngest. */
export const repeatedly = (tactics: readonly Replay[], again: readonly number[], when: string): Replay[] =>
  tactics.map((tactic) =>
    tactic.id === 'last' ? { ...tactic, does: `${tactic.does}, ${when} too`, again } : tactic,
  );

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
      const { again = [], later = [], back } = tactic;
      const older = back === undefined ? undefined : alicesOf(connection.received).at(-1 - back);
      const heard = connection.received.length;
      const until = waitingFrom(outsider, tools);
      const moments = [...again, seconds].sort((one, other) => one - other);
      await until(moments[0]!);
      const isStill = connection.received.length === heard;
      for (const moment of [...moments, ...(isStill ? later : [])]) {
        const passed = await until(moment);
        tools.did(`sends Alice's “${line.text}” again, ${passed} s later, from a connection of her own`);
        for (const bytes of tactic.header === 'kept' ? [captured] : renewed(captured, tactic, tools))
          connection.send(bytes);
        if (older) connection.send(older);
        // What the one does shows before the next is sent.
        await tools.settle();
      }
    },
  };
}

/** The same with all of Alice's messages, or with everybody's, in the order in which they were captured. */
export function sessionReplayer(
  outsider: Capabilities['outsider'],
  { does }: Tactic,
  tools: Tools,
  seconds: number,
  whose: (received: readonly string[]) => readonly string[] = alicesOf,
): Adversary {
  let connection: Connection | undefined;
  return {
    begin: async () => {
      connection = await joined(outsider, tools);
    },
    end: async () => {
      const captured = whose(connection?.received ?? []);
      const passed = await waitingFrom(outsider, tools)(seconds);
      tools.did(`${does}, ${passed} s later, from a connection of her own`);
      for (const bytes of captured) connection?.send(bytes);
    },
  };
}

function alicesOf(received: readonly string[]): readonly string[] {
  return received.filter((bytes) => asMessage(bytes)?.header.nick === 'alice');
}

export const everybodysOf = (received: readonly string[]): readonly string[] => received.filter(asMessage);

const eavesdropping = onceIn<Capabilities['outsider'], Promise<Connection>>();

/** The connection of the adversary's that has joined under a nick of her own: one for all that she plays in a chat. */
export const joined = (outsider: Capabilities['outsider'], tools: Tools): Promise<Connection> =>
  eavesdropping(outsider, async () => {
    const connection = await outsider.connect();
    connection.send(joining(tools.room, 'mallory'));
    await tools.settle();
    return connection;
  });

const endings = onceIn<Capabilities['outsider'], number>();

/** Waits until so many seconds after the end of the talk, which is one for all that she plays in a chat. Answers how many they are by then. */
function waitingFrom(
  outsider: Capabilities['outsider'],
  { now, wait }: Pick<Tools, 'now' | 'wait'>,
): (seconds: number) => Promise<number> {
  const ended = endings(outsider, now);
  return async (seconds) => {
    await wait(Math.max(0, ended + seconds - now()));
    return now() - ended;
  };
}

/** The captured frame with what is in clear made new, once for each number that it takes, and with another nonce. */
function renewed(bytes: string, { header, restamped }: Replay, { wire, now }: Tools): string[] {
  const frame = asMessage(bytes)!;
  const body = restamped ? restamp(wire, frame.body, now()) : restampText(wire, frame.body, now());
  const numbers = header === 'renumbered' ? otherNumbers(frame.header.seq) : [frame.header.seq];
  const other = header === 'renumbered' ? renonced(wire, frame.body) : frame.body;
  return [
    ...numbers.map((seq) => withBody({ ...frame, header: { ...frame.header, seq, sent: now() } }, body)),
    ...(other === frame.body ? [] : [withBody(frame, other)]),
  ];
}
