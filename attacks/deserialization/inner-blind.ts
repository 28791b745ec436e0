/**
 * A rogue server plants code inside a sealed body though it holds no key: it turns a message whose words it can predict
 * into one that holds a function, and the receiver's decoder calls it after opening. It works under any seal that lets
 * a change pass, a keystream above all; where SHA-256 tags are only prefixed by a key, it appends. A check over the
 * whole body before anything is decoded stops it, and so does a decoder that reads data and nothing else. CWE-502.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { editAs, isClear, type TagPlay, tagPlays } from '../edit.js';
import { extensions, invitesExtension } from '../extend.js';
import { aliceSaid, messageBytes, messageOf, PLACES, type Place, withBody } from '../message.js';
import { together } from '../together.js';
import { loadedMessage } from './payload.js';

interface Plant extends Tactic {
  readonly place: Place;
  readonly play: TagPlay | 'extend' | 'beside' | 'escaped';
}

const plant = (place: Place, play: Plant['play']): Plant => ({
  id: `${place}-${play}`,
  does: `plants code in Alice's ${place} message (tag: ${play})`,
  place,
  play,
});

const ESCAPED: Plant = {
  id: 'first-escaped',
  does: "plants code in Alice's first message, its marker spelt with JSON escapes",
  place: 'first',
  play: 'escaped',
};

export default defineAttack<'relay', Plant>({
  id: 'deserialization/inner-blind',
  title: 'Code is planted inside a sealed body, without the key',
  position: 'relay',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [502],
  sources: ['CVE-2017-5941', 'OWASP Deserialization Cheat Sheet', 'NIST SP 800-38A appendix B'],
  tactics: (wire) =>
    together([
      ...PLACES.map((place) => plant(place, 'keep')),
      ...tagPlays(wire)
        .filter((play) => play === 'blank')
        .map((play) => plant('first', play)),
      // A check over the words alone does not look at what stands beside them.
      ...(isClear(wire) ? [plant('first', 'beside'), ESCAPED] : []),
      ...(invitesExtension(wire) ? [plant('first', 'extend')] : []),
    ]),
  adversary: (_, { place, play }, tools) => {
    const line = aliceSaid(tools.known, place);
    const said = messageBytes(line.text);
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to !== 'bob') return { do: 'forward' };
        const spelling = play === 'escaped' ? 'escaped-marker' : 'plain';
        const wanted = loadedMessage(play === 'beside' ? line.text : '', tools, spelling);
        tools.did(`turns Alice's “${line.text}” into a message that holds code`);
        const bodies =
          play === 'extend'
            ? extensions(tools.wire, frame.body, said, wanted)
            : editAs(
                tools.wire,
                frame.body,
                said,
                wanted,
                play === 'beside' || play === 'escaped' ? 'keep' : play,
              );
        return bodies.map((body) => ({ do: 'replace', bytes: withBody(frame, body) }));
      },
    };
  },
});
