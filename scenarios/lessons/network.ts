import type { Lesson } from '../../src/model/lesson.js';

export const networkLesson: Lesson = {
  notice: [
    'The relay is honest: the bytes change between it and Bob, on his connection.',
    'The masks of WebSocket are no protection: the key of a mask stands in the same frame.',
    'Under tls Bob’s program refuses the certificate that Mallory shows. Under tls-unverified it takes the same certificate, and then her words.',
  ],
  questions: [
    {
      asks: 'Through whose hands do the bytes pass, and what can be changed in them so that the frame stays a good one?',
      hints: [
        'Think of the café’s router. What does it see of a connection without TLS?',
        'Everything: the handshake, the frames, the JSON in them, and the masks with their keys.',
        'She takes the offer to compress out of the handshake and frames anew what she changed: Bob receives a well-formed frame that says something else.',
      ],
      cells: [['network/rewrite', 'none', 'breached']],
    },
    {
      asks: 'Something is encrypted under encryption and under tls-unverified. Why does the attack work all the same, and which property breaks?',
      hints: [
        'Do not ask what is hidden. Ask what is checked, and by whom.',
        'A keystream carries a change through: whoever knows the words XORs the difference into the ciphertext. Integrity breaks, and confidentiality need not.',
        'tls-unverified encrypts to whoever answers. Mallory answers, with a certificate that anybody can have.',
      ],
      cells: [
        ['network/rewrite', 'encryption', 'breached'],
        ['network/rewrite', 'tls-unverified', 'breached'],
      ],
    },
    {
      asks: 'mac, fernet, signature and tls all stop it. What does each of them leave open?',
      hints: [
        'They check in two places: three of them at the member who reads, one of them at the end of the cable.',
        'tls ends at the relay, which reads and changes as it likes: see rogue-server/rewrite under tls.',
        'mac and signature leave the words legible on the wire; fernet hides them. What is sealed from member to member needs no honest way.',
      ],
      cells: [
        ['network/rewrite', 'mac', 'defeated'],
        ['network/rewrite', 'fernet', 'defeated'],
        ['network/rewrite', 'signature', 'defeated'],
        ['network/rewrite', 'tls', 'defeated'],
        ['rogue-server/rewrite', 'tls', 'breached'],
        ['log-sniffer/wire', 'mac', 'breached'],
        ['log-sniffer/wire', 'signature', 'breached'],
        ['log-sniffer/wire', 'fernet', 'defeated'],
      ],
    },
  ],
  reading: [
    {
      title: 'RFC 8446: The Transport Layer Security (TLS) Protocol Version 1.3',
      address: 'https://www.rfc-editor.org/rfc/rfc8446',
    },
    { title: 'RFC 9525: Service Identity in TLS, §6', address: 'https://www.rfc-editor.org/rfc/rfc9525' },
    {
      title: 'RFC 6455: The WebSocket Protocol, §5.3 (masking)',
      address: 'https://www.rfc-editor.org/rfc/rfc6455',
    },
    {
      title:
        'CWE-924: Improper Enforcement of Message Integrity During Transmission in a Communication Channel',
      address: 'https://cwe.mitre.org/data/definitions/924.html',
    },
    {
      title: 'CWE-295: Improper Certificate Validation',
      address: 'https://cwe.mitre.org/data/definitions/295.html',
    },
  ],
};
