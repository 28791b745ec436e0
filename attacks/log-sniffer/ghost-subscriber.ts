/**
 * A stranger connects, never joins a room, and reads what arrives: the labs' "big brother". The coursework's relay
 * broadcasts to every open socket, so it gets all that the members get. Only what is sealed before it reaches the
 * relay stays hidden, or a relay that delivers to members only. CWE-319.
 */
import { type Connection, defineAttack } from '../../src/model/attack.js';
import { type Guessing, guessFrom, guessings } from '../guess.js';

export default defineAttack<'outsider', Guessing>({
  id: 'log-sniffer/ghost-subscriber',
  title: 'A stranger listens without joining',
  position: 'outsider',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [319],
  sources: ['RFC 6455 §10'],
  tactics: guessings,
  adversary: ({ connect }, tactic, tools) => {
    let ghost: Connection | undefined;
    return {
      begin: async () => {
        ghost = await connect();
        tools.did('connects and joins no room');
      },
      guess: () => {
        const frames = ghost?.received ?? [];
        tools.did(`has received ${frames.length} frames and ${tactic.does}`);
        return guessFrom(frames, tactic, tools);
      },
    };
  },
});
