/**
 * A passive tap on the TCP connection between Bob and the relay learns who speaks in which room. Every frame carries
 * its author and room in a clear header, so that the relay can carry it, and sealing the body changes nothing there.
 * Only a connection that is encrypted as a whole hides them, from the wire if not from the relay. CWE-1230.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { asMessage } from '../message.js';
import { messagesIn } from '../websocket.js';

export default defineAttack<'wire', Tactic>({
  id: 'log-sniffer/wire-metadata',
  title: "One peer's TCP connection tells who speaks where",
  position: 'wire',
  target: 'bob',
  property: 'metadata-privacy',
  needs: [],
  alarms: [],
  cwe: [1230],
  sources: ['CWE-1230', 'RFC 6455 §5.2', 'RFC 8446 §5.2'],
  tactics: () => [{ id: 'headers', does: 'reads the headers of the frames' }],
  adversary: (tap, tactic, tools) => ({
    guess: () => {
      const { toPeer } = tap.bytes();
      const messages = messagesIn(toPeer).flatMap((text) => asMessage(text) ?? []);
      tools.did(`finds ${messages.length} messages in ${toPeer.length} bytes of TCP and ${tactic.does}`);
      const read = messages.map(({ header }) => [header.nick, header.room]);
      return JSON.stringify(read.length > 0 ? read : blindly(tools));
    },
  }),
});

/** How many messages the conversation is known to have. */
const MESSAGES = 32;

/** Where nothing can be read: one of the members, one of the rooms, for each message. */
const blindly = ({ members, rooms, random }: Tools): string[][] =>
  Array.from({ length: MESSAGES }, () => [
    members[random(1)[0]! % members.length]!,
    rooms[random(1)[0]! % rooms.length]!,
  ]);
