/**
 * Somebody on the way between Bob and an honest relay changes a message as it passes: on its way to Bob, or Bob's on its
 * way to all. She works on the bytes of his TCP connection: she takes the offer to compress out of the handshake and
 * frames anew what she changed; masks are no protection. Where the connection speaks TLS she answers as the relay with a
 * certificate that anybody can have, or flips a bit of a record. What authenticates the body stops her, and so does TLS
 * in a program that looks whom it talks to. RFC 8446; CWE-924, CWE-300.
 */
import {
  type Certificate,
  defineAttack,
  type Passing,
  type Said,
  type Tactic,
  type Tools,
} from '../../src/model/attack.js';
import { edit, invitesImitation, steersAll, type TagPlay, tagPlays } from '../edit.js';
import { aliceSaid, messageOf, PLACES, type Place, withBody } from '../message.js';
import { together } from '../together.js';
import { changed } from '../words.js';
import { type Edit, editing } from './frames.js';

interface Rewrite extends Tactic {
  /** Whose message is changed: Alice's on its way to Bob, or Bob's on its way to the relay. */
  readonly to: Passing['to'];
  readonly place: Place;
  readonly play: TagPlay | 'own-keys';
  readonly certificate: Certificate | null;
}

/** A bit of a record is flipped, whatever stands in it. */
interface Blind extends Tactic {
  readonly blind: true;
}

const CERTIFICATES = { forged: 'of her own making', foreign: 'in her own name' } as const;

const rewrite = (
  to: Passing['to'],
  place: Place,
  play: Rewrite['play'] = 'keep',
  certificate: keyof typeof CERTIFICATES | null = null,
): Rewrite => ({
  id: [`to-${to}`, place, play, ...(certificate ? [certificate] : [])].join('-'),
  does: [
    to === 'peer' ? `changes Alice's ${place} message on its way to Bob` : "changes Bob's last message",
    ...(play === 'keep' ? [] : [`(tag: ${play})`]),
    ...(certificate ? [`answering as the relay with a certificate ${CERTIFICATES[certificate]}`] : []),
  ].join(' '),
  to,
  place,
  play,
  probe: play === 'stripped',
  certificate: certificate && CERTIFICATES[certificate],
});

const BLIND: Blind = { id: 'blind', does: 'flips a bit of what is on its way to Bob', blind: true };

export default defineAttack<'network', Rewrite | Blind>({
  id: 'network/rewrite',
  title: 'A message is changed between a peer and an honest relay',
  position: 'network',
  target: 'bob',
  property: 'integrity',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [924, 300],
  sources: ['RFC 6455 §5.2, §5.3, §9.1', 'RFC 8446 §5.2, appendix E.1', 'RFC 9525 §6'],
  tactics: (wire) =>
    wire.tls
      ? [
          rewrite('peer', 'first', 'keep', 'forged'),
          rewrite('peer', 'first', 'keep', 'foreign'),
          rewrite('relay', 'last', 'keep', 'forged'),
          BLIND,
        ]
      : [
          ...together([...PLACES.map((place) => rewrite('peer', place)), rewrite('relay', 'last')]),
          // Whoever stands on the way changes each message once: of these one goes with those.
          ...tagPlays(wire)
            .filter((play) => play !== 'swept')
            .map((play) => ({ ...rewrite('peer', 'first', play), together: play === 'blank' })),
          ...(invitesImitation(wire) ? [rewrite('peer', 'first', 'own-keys')] : []),
        ],
  adversary: ({ answerAsRelay }, tactic, tools) => {
    if ('blind' in tactic) return flipping(tools);
    if (tactic.certificate) {
      tools.did(`answers Bob as the relay with a certificate ${tactic.certificate}`);
      answerAsRelay(tactic.certificate);
    }
    const change: Edit = (bytes) => changedMessage(bytes, lineOf(tactic, tools), tactic, tools);
    const streams = {
      relay: editing('relay', tactic.to === 'relay' ? change : () => null, tools.random),
      peer: editing('peer', tactic.to === 'peer' ? change : () => null, tools.random),
    };
    return { pass: ({ to, bytes }) => streams[to](bytes) };
  },
});

const lineOf = ({ to, place }: Rewrite, { known }: Tools): Said =>
  to === 'peer' ? aliceSaid(known, place) : known.findLast(({ author }) => author === 'bob')!;

function changedMessage(bytes: string, line: Said, { play }: Rewrite, tools: Tools): string[] | null {
  const frame = messageOf(bytes, line);
  if (!frame) return null;
  const wanted = changed(line.text, steersAll(tools.wire) || play === 'own-keys' ? 'whole' : 'start');
  const bodies =
    play === 'own-keys'
      ? [tools.own.seal(frame.header, wanted)]
      : edit(tools.wire, frame.body, line.text, wanted, play);
  tools.did(`makes “${line.text}” read “${wanted}” on the wire`);
  return bodies.map((body) => withBody(frame, body));
}

/** Bytes that a TLS record takes before its first that is encrypted (RFC 8446 §5.1). */
const RECORD_HEADER = 5;

/** Once all have joined, the first record towards Bob has a bit flipped. */
function flipping({ did }: Tools) {
  let armed = false;
  return {
    begin: () => {
      armed = true;
    },
    pass: ({ to, bytes }: Passing): Uint8Array => {
      if (!armed || to !== 'peer' || bytes.length <= RECORD_HEADER) return bytes;
      armed = false;
      did('flips a bit of a record on its way to Bob');
      return bytes.with(RECORD_HEADER, bytes[RECORD_HEADER]! ^ 1);
    },
  };
}
