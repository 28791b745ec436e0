/**
 * A stranger joins again and again from one connection, under ever new nicks or in ever new rooms: the labs' join flood.
 * The coursework's relay makes a session of each join and never counts them, so that its memory is the only limit.
 * A quota of joins for each connection stops this. CWE-770, CWE-799.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { joining } from '../request.js';

/** Beyond any honest connection, and few enough for a laboratory. */
const JOINS = 60;

interface Joining extends Tactic {
  readonly session: (n: number, room: string) => { readonly room: string; readonly nick: string };
}

export default defineAttack<'flooder', Joining>({
  id: 'flood/join',
  title: 'Join after join from one connection',
  position: 'flooder',
  property: 'availability',
  counter: 'sessions',
  needs: [],
  alarms: [],
  cwe: [770, 799],
  sources: ['CWE-770', 'OWASP API Security 2023, API4 Unrestricted Resource Consumption'],
  tactics: () => [
    {
      id: 'nicks',
      does: `joins one room under ${JOINS} nicks`,
      session: (n, room) => ({ room, nick: `guest-${n}` }),
    },
    {
      id: 'rooms',
      does: `joins ${JOINS} rooms under one nick`,
      session: (n) => ({ room: `room-${n}`, nick: 'guest' }),
    },
    {
      id: 'both',
      does: `joins ${JOINS} rooms under as many nicks`,
      session: (n) => ({ room: `room-${n}`, nick: `guest-${n}` }),
    },
  ],
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      const connection = await connect({ compression: false });
      tools.did(`${tactic.does}, from one connection`);
      for (let n = 1; n <= JOINS; n++) {
        const { room, nick } = tactic.session(n, tools.room);
        connection.send(joining(room, nick, n));
      }
      await tools.settle();
    },
  }),
});
