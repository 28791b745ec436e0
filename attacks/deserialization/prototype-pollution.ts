/**
 * A stranger sends the relay a frame whose options name `__proto__`. The coursework's relay merges options into its
 * settings key by key, arrives at the prototype of all objects and writes there, so that from then on every object has
 * the stranger's members; one of them names a file. It works wherever a merge follows foreign keys, by whatever road to
 * the prototype it leaves open. A schema that names its members, on objects without a prototype, stops it. CWE-1321.
 */
import { type Connection, defineAttack, type Tactic } from '../../src/model/attack.js';
import { together } from '../together.js';
import { sendAll } from './payload.js';

interface Road extends Tactic {
  /** The options as JSON around the members that are to be everybody's. */
  readonly options: (members: string) => string;
  /** How often the frame is sent; once unless told. */
  readonly times?: number;
}

const ROADS: readonly Road[] = [
  {
    id: 'proto',
    does: 'sends options with a member __proto__',
    options: (members) => `{"__proto__":${members}}`,
  },
  {
    id: 'constructor',
    does: 'sends options that go through constructor.prototype',
    options: (members) => `{"constructor":{"prototype":${members}}}`,
  },
  {
    id: 'escaped-proto',
    does: 'sends options with __proto__ spelt with JSON escapes',
    options: (members) => `{"\\u005f_proto_\\u005F":${members}}`,
  },
  {
    id: 'escaped-constructor',
    does: 'sends options with constructor spelt with JSON escapes',
    options: (members) => `{"\\u0063onstructor":{"prototype":${members}}}`,
  },
  {
    id: 'nested-constructor',
    does: 'sends options that go through constructor.prototype one level down',
    options: (members) => `{"panel":{"constructor":{"prototype":${members}}}}`,
  },
  {
    id: 'nested',
    does: 'sends options with a member __proto__ one level down',
    options: (members) => `{"panel":{"__proto__":${members}}}`,
  },
  {
    id: 'deep',
    does: 'sends options with a member __proto__ five levels down',
    options: (members) => `{"a":{"b":{"c":{"d":{"__proto__":${members}}}}}}`,
  },
  {
    id: 'in-an-array',
    does: 'sends options with a member __proto__ in an array',
    options: (members) => `{"panels":[{"__proto__":${members}}]}`,
  },
  {
    id: 'again',
    does: 'sends the same options with a member __proto__ twice',
    options: (members) => `{"__proto__":${members}}`,
    times: 2,
  },
];

export default defineAttack<'sender', Road>({
  id: 'deserialization/prototype-pollution',
  title: "A frame's options reach the prototype of all objects",
  position: 'sender',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [1321],
  sources: ['CWE-1321', 'CVE-2018-16487 (lodash.merge)', 'Arteau, Prototype Pollution Attack, NorthSec 2018'],
  tactics: () => together(ROADS),
  adversary: ({ connect }, { options, does, times = 1 }, { wire, canary, mint, did, settle }) => {
    let connection: Connection | undefined;
    return {
      begin: async () => {
        connection = await connect();
      },
      end: async () => {
        const text = options(JSON.stringify({ copyTo: canary.file, copy: canary.nonce }));
        mint(JSON.stringify(JSON.parse(text)));
        did(`${does} to the relay`);
        const frame = `{"v":${wire.version},"type":"list","header":{"id":1},"options":${text}}`;
        sendAll({ times }, frame, (bytes) => connection?.send(bytes));
        await settle();
      },
    };
  },
});
