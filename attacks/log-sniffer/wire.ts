/**
 * A passive tap on the TCP connection between Bob and the relay. WebSocket masking (RFC 6455 §5.3) hides nothing: the
 * key stands in each frame. What is not encrypted before it reaches this wire is read off it, whatever signature or
 * MAC stands beside. Encryption of the body, or of the connection, stops this. CWE-319.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { EVERY_WAY, guessFrom } from '../guess.js';
import { messagesIn } from '../websocket.js';

export default defineAttack<'wire', Tactic>({
  id: 'log-sniffer/wire',
  title: 'The TCP connection of one peer is tapped',
  position: 'wire',
  target: 'bob',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [319],
  sources: ['RFC 6455 §5.2, §5.3', 'RFC 7692 §7.2.2'],
  tactics: () => EVERY_WAY,
  adversary: (tap, { does }, tools) => ({
    guess: () => {
      const { toPeer, toRelay } = tap.bytes();
      const texts = [...messagesIn(toPeer), ...messagesIn(toRelay)];
      tools.did(
        `reads ${texts.length} messages off ${toPeer.length + toRelay.length} bytes of TCP and ${does}`,
      );
      return guessFrom(texts, tools);
    },
  }),
});
