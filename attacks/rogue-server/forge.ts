/**
 * A rogue server adds a message that nobody wrote, in Alice's name. Against a keystream cipher it turns a message that
 * it can predict into its own; against tags it keeps, blanks, sweeps or makes up the tag. What stops it is a check that
 * takes a key which the server does not have, over the body. CWE-290, CWE-345.
 */
import { type Decision, defineAttack, type Tactic } from '../../src/model/attack.js';
import { edit, invitesImitation, isSweep, steersAll, type TagPlay, tagPlays } from '../edit.js';
import { aliceSaid, messageOf, PLACES, type Place, withBody } from '../message.js';
import { changed, reordered } from '../words.js';

interface Forge extends Tactic {
  readonly place: Place;
  readonly play: TagPlay | 'own-keys';
  /** Alice herself is shown it: what comes back under one's own name passes for an echo. */
  readonly toHerself?: true;
}

const ECHO: Forge = {
  id: 'last-echo',
  does: 'shows Alice a message in her own name that she never wrote',
  place: 'last',
  play: 'keep',
  together: true,
  toHerself: true,
};

const lie = (text: string): string => changed(text, 'whole');
const wordsFor: Readonly<Record<Place, (text: string) => string>> = {
  first: lie,
  middle: reordered,
  last: lie,
};

const forge = (place: Place, play: Forge['play']): Forge => ({
  id: `${place}-${play}`,
  does: `adds a message in Alice's name after her ${place} one (tag: ${play})`,
  place,
  probe: play === 'stripped',
  // So many frames are a fight of their own.
  together: !isSweep(play),
  play,
});

/** How many frames at once, so that no cap on what waits for Bob cuts him off before he has read them. */
const HANDFUL = 100;
/** Beyond so many each would wait for the others too long: all go out at once, as ever they can. */
const SOME = 1000;

/** The nth of many frames goes out when those of earlier handfuls have been read. */
const handful = (bytes: string, n: number, all: readonly string[]): Decision =>
  n < HANDFUL || all.length > SOME
    ? { do: 'inject', bytes }
    : { do: 'delay', seconds: Math.floor(n / HANDFUL), bytes };

export default defineAttack<'relay', Forge>({
  id: 'rogue-server/forge',
  title: "The server forges a message in Alice's name",
  position: 'relay',
  property: 'attribution',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [290, 345],
  sources: ['Bellare and Namprempre, Authenticated Encryption, ASIACRYPT 2000', 'RFC 2104 §6'],
  tactics: (wire) => [
    ...PLACES.map((place) => forge(place, 'keep')),
    ECHO,
    ...tagPlays(wire)
      .filter((play) => play !== 'swept')
      .map((play) => forge('first', play)),
    ...(invitesImitation(wire) ? [forge('last', 'own-keys')] : []),
  ],
  adversary: (_, { place, play, toHerself = false }, { known, wire, own, did }) => {
    const line = aliceSaid(known, place);
    const wanted =
      steersAll(wire) || play === 'own-keys' ? wordsFor[place](line.text) : changed(line.text, 'start');
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        // What takes many tries is played against Bob alone.
        if (!frame || (to === line.author) !== toHerself || (isSweep(play) && to !== 'bob'))
          return { do: 'forward' };
        const beyond = { ...frame.header, seq: frame.header.seq + known.length };
        // Also under the number of the honest one, which has been checked and may count as checked from then on.
        const headers = isSweep(play) ? [beyond] : [beyond, frame.header];
        const edited = play === 'own-keys' ? null : edit(wire, frame.body, line.text, wanted, play);
        const forged = headers.flatMap((header) =>
          (edited ?? [own.seal(header, wanted)]).map((body) => withBody({ ...frame, header }, body)),
        );
        did(`sends ${to} “${wanted}” as Alice's`);
        return [{ do: 'forward' }, ...forged.map(handful)];
      },
    };
  },
});
