/** Signs the room and the body, and is content with the signature of any member: the author is bound by nothing. */

import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const MEMBERS = ['alice', 'bob', 'carol', 'dave', 'erin', 'mallory'];

const decoy = definePart({
  ...signature,
  id: 'signature-without-author',
  title: "Signatures of anybody's",
  insteadOf: 'signature',
  layer: (keys, host) => {
    const nobody = (header: { room: string }) => ({ room: header.room, nick: 'member', seq: 0, sent: 0 });
    const asMember = (nick: string) =>
      signature.layer!(
        { ...keys, personal: keys.personal, pinned: { get: () => keys.pinned.get(nick) } },
        host,
      );
    return {
      seal: (body, sealing) =>
        signature.layer!(keys, host).seal(body, { ...sealing, header: nobody(sealing.header) }),
      open: (sealed, opening) => {
        const header = nobody(opening.header);
        const opened = MEMBERS.map((nick) => asMember(nick).open(sealed, { ...opening, header }));
        return opened.find(({ ok }) => ok) ?? opened[0]!;
      },
    };
  },
});

export const parts = [decoy];
