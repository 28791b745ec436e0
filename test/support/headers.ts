import type { MessageHeader, Part } from '../../src/model/defense.js';

/** The layer of a part that reads every header otherwise than it stands: what `read` makes alike, it takes for one. */
export const readingHeaders =
  (part: Part, read: (header: MessageHeader) => MessageHeader): NonNullable<Part['layer']> =>
  (keys, host) => {
    const sound = part.layer!(keys, host);
    return {
      seal: (body, sealing) => sound.seal(body, { ...sealing, header: read(sealing.header) }),
      open: (sealed, opening) => sound.open(sealed, { ...opening, header: read(opening.header) }),
    };
  };
