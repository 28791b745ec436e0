/** Puts author and place inside the token, and forgets the room: one key serves all rooms. */
import { bound } from '../../src/defenses/bound.js';
import { definePart } from '../../src/index.js';

const anywhere = <T extends { readonly header: { readonly room: string } }>(known: T): T => ({
  ...known,
  header: { ...known.header, room: '' },
});

const decoy = definePart({
  ...bound,
  id: 'bound-without-room',
  title: 'Fernet around author and sequence',
  insteadOf: 'bound',
  layer: (keys, host) => {
    const sound = bound.layer!(keys, host);
    return {
      seal: (body, sealing) => sound.seal(body, anywhere(sealing)),
      open: (sealed, opening) => sound.open(sealed, anywhere(opening)),
    };
  },
});

export const parts = [decoy];
