/** Believes the relay who is there: of whom a program knew before it was started anew, it knows nothing but what the roster says. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

type Known = readonly (readonly [string, unknown])[];

const decoy = definePart({
  ...transcript,
  id: 'transcript-roster-only',
  title: 'Signed views of the room, of those on the roster',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    const sound = transcript.layer!(keys, host);
    return {
      ...sound,
      joined: (room, roster) => {
        const name = JSON.stringify({ room });
        const memory: { others: Known } | null = JSON.parse(host.store.get(name) ?? 'null');
        const others = memory?.others.filter(([nick]) => roster.includes(nick));
        if (memory) host.store.set(name, JSON.stringify({ ...memory, others }));
        sound.joined!(room, roster);
      },
    };
  },
});

export const parts = [decoy];
