/**
 * A stranger connects, never joins a room, and reads what arrives: the labs' "big brother". The coursework's relay
 * broadcasts to every open socket, so it gets all that the members get. Only what is sealed before it reaches the
 * relay stays hidden, or a relay that delivers to members only. CWE-319.
 */
import { type Connection, defineAttack, type Tactic } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';

export default defineAttack<'outsider', Tactic>({
  id: 'log-sniffer/ghost-subscriber',
  title: 'A stranger listens without joining',
  position: 'outsider',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [319],
  sources: ['RFC 6455 §10'],
  tactics: () => EVERY_WAY,
  adversary: ({ connect }, { does }, tools) => {
    let ghost: Connection | undefined;
    return {
      begin: async () => {
        ghost = await connect();
        tools.did('connects and joins no room');
      },
      guess: () => {
        const frames = ghost?.received ?? [];
        tools.did(`has received ${frames.length} frames and ${does}`);
        return guessFrom(frames, tools);
      },
    };
  },
});
