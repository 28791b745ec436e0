/** Signs the author and the body, and not the room in which it was said. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const anywhere = <T extends { readonly header: { readonly room: string } }>(known: T): T => ({
  ...known,
  header: { ...known.header, room: '' },
});

const decoy = definePart({
  ...signature,
  id: 'signature-without-room',
  title: 'Signatures over author and body',
  insteadOf: 'signature',
  layer: (keys, host) => {
    const sound = signature.layer!(keys, host);
    return {
      seal: (body, sealing) => sound.seal(body, anywhere(sealing)),
      open: (sealed, opening) => sound.open(sealed, anywhere(opening)),
    };
  },
});

export const parts = [decoy];
