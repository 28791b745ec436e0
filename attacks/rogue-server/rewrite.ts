/**
 * A rogue server replaces what Alice wrote by words of its own on the way to the others. It holds no key; where the
 * body is encrypted by a keystream it XORs in the difference to the text that it can predict. Nothing that only hides
 * a message stops this; whatever authenticates the whole body does. Bellare–Namprempre 2000; CWE-345, CWE-353.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import {
  edit,
  editAs,
  hasSelector,
  invitesImitation,
  isClear,
  isSweep,
  steersAll,
  type TagPlay,
  tagPlays,
} from '../edit.js';
import { aliceSaid, messageBytes, messageOf, type Place, withBody } from '../message.js';
import { ALIKE, changed, type Region, type Slight, untidy } from '../words.js';

interface Rewrite extends Tactic {
  readonly place: Place;
  /**
   * `twice`: the member `text` stands there twice, the honest one first; most readers let the last one count. `untidy`: in
   * many ways, one after another.
   */
  readonly region: Region | 'twice' | 'untidy';
  readonly play: TagPlay | 'own-keys';
}

const DEEDS: Readonly<Record<Rewrite['region'], string>> = {
  whole: 'changes the words',
  start: 'changes the start',
  middle: 'changes the middle',
  end: 'changes the end',
  capital: 'makes a capital of a letter',
  neighbours: 'swaps two letters',
  mark: 'changes a space or mark',
  nothing: 'takes away the words',
  blank: 'puts a no-break space into the words',
  tail: 'puts a space behind the words',
  line: 'puts a second line under the words',
  nul: 'puts a NUL and more words behind the words',
  wide: 'puts a letter of another alphabet into the words',
  hidden: 'puts a character that is not displayed into the words',
  accent: 'puts an accent on a letter',
  'look-alike': 'puts a letter that looks alike into the words',
  'next-capital': 'makes a capital of the second letter of two',
  checksum: 'changes the case of letters, keeping the CRC-32,',
  'pair-31': 'changes two letters, keeping a hash by 31,',
  'pair-33': 'changes two letters, keeping a hash by 33,',
  sum: 'changes three letters, keeping their Adler-32,',
  blocks: 'swaps two blocks of 16 bytes',
  twice: 'puts a second text behind the first',
  untidy: 'puts markup, blanks, signs that do not show and more such things into the words',
};
const SLIGHTLY: readonly Slight[] = ['capital', 'neighbours', 'mark', 'nothing'];

const rewrite = (place: Place, region: Rewrite['region'], play: Rewrite['play'] = 'keep'): Rewrite => ({
  id: `${region}-${place}-${play}`,
  does: `${DEEDS[region]} of Alice's ${place} message${play === 'keep' ? '' : ` (tag: ${play})`}`,
  place,
  probe: play === 'stripped' || play === 'selected',
  // So many frames are a fight of their own.
  together: !isSweep(play),
  region,
  play,
});

/** What Alice says once more where a check may cover the beginning of a message only, or none that is long: about 48 KB. */
const LONG = 'And the minutes of our last meeting, for all who were not there. '.repeat(740);

/** The end of the last message, and of a long one after it. */
const ends: Rewrite = {
  ...rewrite('last', 'end'),
  does: `${DEEDS.end} of Alice's last message and of a long one after it`,
  meanwhile: [{ do: 'say', author: 'alice', text: LONG }],
};

export default defineAttack<'relay', Rewrite>({
  id: 'rogue-server/rewrite',
  title: 'The server rewrites a message',
  position: 'relay',
  property: 'integrity',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [924, 345, 353],
  sources: ['Bellare and Namprempre, Authenticated Encryption, ASIACRYPT 2000', 'NIST SP 800-38A appendix B'],
  tactics: (wire) =>
    [
      rewrite('first', steersAll(wire) ? 'whole' : 'start'),
      rewrite('first', 'start'),
      rewrite('middle', 'middle'),
      ends,
      ...SLIGHTLY.map((region) => rewrite('first', region)),
      ...(isClear(wire)
        ? [...ALIKE, 'twice' as const, 'untidy' as const].map((region) => rewrite('last', region))
        : []),
      ...tagPlays(wire).map((play) => rewrite('first', 'start', play)),
      ...(hasSelector(wire) ? [rewrite('first', 'start', 'selected')] : []),
      ...(invitesImitation(wire) ? [rewrite('first', 'whole', 'own-keys')] : []),
    ].filter((tactic, index, all) => all.findIndex((other) => other.id === tactic.id) === index),
  adversary: (_, { place, region, play, meanwhile }, { known, wire, own, did }) => {
    const line = aliceSaid(known, place);
    const texts =
      region === 'untidy' ? untidy(line.text) : [changed(line.text, region === 'twice' ? 'whole' : region)];
    const wanted = texts[0]!;
    const long = { ...line, seq: line.seq + 1 };
    const edited = (body: string, play: TagPlay): string[] =>
      region === 'twice'
        ? editAs(wire, body, messageBytes(line.text), withSecond(line.text, wanted), play)
        : texts.flatMap((text) => edit(wire, body, line.text, text, play));
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        const longFrame = meanwhile && to !== line.author ? messageOf(bytes, long) : null;
        if (longFrame) {
          did(`changes the end of a long message on its way to ${to}`);
          return edit(wire, longFrame.body, LONG, changed(LONG, 'end')).map((body) => ({
            do: 'replace',
            bytes: withBody(longFrame, body),
          }));
        }
        // What takes many tries is played against Bob alone.
        if (!frame || to === line.author || (isSweep(play) && to !== 'bob')) return { do: 'forward' };
        const bodies = play === 'own-keys' ? [own.seal(frame.header, wanted)] : edited(frame.body, play);
        did(`makes “${line.text}” read “${wanted}” on its way to ${to}`);
        return bodies.map((body) => ({ do: 'replace', bytes: withBody(frame, body) }));
      },
    };
  },
});

/** A message with two members of one name (RFC 8259 §4 leaves open which one counts). */
const withSecond = (first: string, second: string): Uint8Array =>
  Buffer.from(`{"text":${JSON.stringify(first)},"text":${JSON.stringify(second)}}`);
