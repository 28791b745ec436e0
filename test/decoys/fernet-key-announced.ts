/** Tells the room the group's key on joining, so that nobody need type the password twice: in clear, past the relay. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...fernet,
  id: 'fernet-key-announced',
  title: 'Fernet whose key is announced',
  insteadOf: 'fernet',
  layer: (keys, host) => ({
    ...fernet.layer!(keys, host),
    joined: (room) => {
      const key = Buffer.from(keys.group('fernet', 32)).toString('base64');
      host.control(room, Buffer.from(JSON.stringify({ key })).toString('base64url'));
    },
    hear: () => null,
  }),
});

export const parts = [decoy];
