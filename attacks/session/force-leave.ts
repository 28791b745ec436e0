/**
 * A stranger sends `leave` with Alice's nick. The coursework's relay believes the nick in the frame and removes her
 * session, while her program goes on talking to a relay that no longer takes her words. A relay that binds a nick to
 * the connection that joined with it stops this. CWE-290.
 */
import { type Connection, defineAttack, type Tactic } from '../../src/model/attack.js';
import { almost } from '../names.js';
import { joining, leaving } from '../request.js';

/** A room in which Alice is not. */
const ELSEWHERE = 'elsewhere';

/** Other nicks, of which careless comparisons say that they are Alice's: those that anybody may take for it, by their beginning, as a pattern, cut off. */
const ALMOST = [...almost('alice'), 'al', '.*', '%', `alice${' '.repeat(27)}2`];

interface Forcing extends Tactic {
  readonly joins: 'as herself' | 'elsewhere as alice, too' | 'almost as alice';
}

export default defineAttack<'outsider', Forcing>({
  id: 'session/force-leave',
  title: 'A stranger makes Alice leave',
  position: 'outsider',
  property: 'availability',
  needs: [],
  alarms: ['not-echoed', 'silence'],
  cwe: [290],
  sources: ['CWE-290'],
  tactics: () => [
    {
      id: 'as-a-member',
      does: 'joins the room under a nick of her own and sends leave for alice',
      joins: 'as herself',
    },
    {
      id: 'from-another-room',
      does: 'joins the room under a nick of her own, another room as alice, and sends leave for alice in this one',
      joins: 'elsewhere as alice, too',
    },
    {
      id: 'almost-alice',
      does: 'joins the room under nicks that are almost alice, each on a connection of its own, and sends leave for alice from all of them',
      joins: 'almost as alice',
    },
  ],
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      tools.did(tactic.does);
      const connections: Connection[] = [];
      for (const nick of tactic.joins === 'almost as alice' ? ALMOST : ['mallory']) {
        const connection = await connect();
        connections.push(connection);
        connection.send(joining(tools.room, nick));
        if (tactic.joins === 'elsewhere as alice, too') connection.send(joining(ELSEWHERE, 'alice', 3));
      }
      if (tactic.joins === 'almost as alice') {
        // Room and nick run together: of the one name too much, of the other too little.
        const connection = await connect();
        connections.push(connection);
        for (const [id, room] of [tools.room, `${tools.room}a`].entries())
          connection.send(joining(room, 'lice', id + 1));
      }
      await tools.settle();
      for (const { send } of connections) send(leaving(tools.room, 'alice', 2));
      await tools.settle();
    },
  }),
});
