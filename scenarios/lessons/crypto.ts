import type { Lesson } from '../../src/model/lesson.js';

export const cryptoLesson: Lesson = {
  notice: [
    'Each attack has its own variant to get through: encryption-cbc, encryption-fixed-iv, mac-prefix. Beside it stands the careful construction of the same primitives, which stops it.',
    'No cipher is broken: nonce-reuse XORs two lines of a log, padding-oracle asks questions, length-extension goes on hashing.',
    'In padding-oracle Alice’s program is the one that talks: it tells a bad padding from a good one, frame after frame.',
  ],
  questions: [
    {
      asks: 'What does Mallory read or send in each of the three?',
      hints: [
        'One of them only reads a log. In the other two she holds the relay.',
        'In nonce-reuse: two ciphertexts. In padding-oracle: mutated blocks of Bob’s message, and the answers of Alice’s program.',
        'In length-extension: Alice’s message with words appended, and a tag for the longer one that was made without the key.',
      ],
      cells: [
        ['crypto/nonce-reuse', 'encryption-fixed-iv', 'breached'],
        ['crypto/padding-oracle', 'encryption-cbc', 'breached'],
        ['crypto/length-extension', 'mac-prefix', 'breached'],
      ],
    },
    {
      asks: 'Which rule was broken in each of them, and which property goes with it?',
      hints: [
        'One is about a value that must not come twice, one about an order, one about a construction.',
        'A constant IV gives one keystream for two messages: C1 XOR C2 = P1 XOR P2, and who knows one knows the other. Decrypting before authenticating lets the answers decrypt. Confidentiality breaks in both.',
        'SHA-256(key ‖ message) hands out its inner state as the tag, and anybody goes on from there. Integrity breaks.',
      ],
      cells: [
        ['crypto/nonce-reuse', 'encryption-fixed-iv', 'breached'],
        ['crypto/padding-oracle', 'encryption-cbc', 'breached'],
        ['crypto/length-extension', 'mac-prefix', 'breached'],
      ],
    },
    {
      asks: 'What stops each of them, although AES, CBC and SHA-256 stay what they are? What stays open?',
      hints: [
        'Compare the pairs: encryption with encryption-fixed-iv, mac with mac-prefix, fernet with encryption-cbc.',
        'A fresh random IV for each message; HMAC, which hashes a second time under the key (bad-mac); and Fernet, which is CBC too and checks its HMAC first.',
        'Each mends its own joint only: encryption with a fresh IV still lets a rogue server rewrite. RFC 5116 makes encryption and integrity one call.',
      ],
      cells: [
        ['crypto/nonce-reuse', 'encryption', 'defeated'],
        ['crypto/length-extension', 'mac', 'defeated'],
        ['crypto/padding-oracle', 'fernet', 'defeated'],
        ['rogue-server/rewrite', 'encryption', 'breached'],
      ],
    },
  ],
  reading: [
    {
      title: 'Vaudenay, Security Flaws Induced by CBC Padding, EUROCRYPT 2002',
      address: 'https://doi.org/10.1007/3-540-46035-7_35',
    },
    { title: 'Duong and Rizzo, Flickr’s API Signature Forgery Vulnerability, 2009' },
    {
      title: 'RFC 2104: HMAC: Keyed-Hashing for Message Authentication, §6',
      address: 'https://www.rfc-editor.org/rfc/rfc2104',
    },
    {
      title: 'RFC 5116: An Interface and Algorithms for Authenticated Encryption',
      address: 'https://www.rfc-editor.org/rfc/rfc5116',
    },
    {
      title: 'NIST SP 800-38A: Recommendation for Block Cipher Modes of Operation, appendix B',
      address: 'https://csrc.nist.gov/pubs/sp/800/38/a/final',
    },
    { title: 'Fernet specification', address: 'https://github.com/fernet/spec/blob/master/Spec.md' },
    {
      title: 'CWE-323: Reusing a Nonce, Key Pair in Encryption',
      address: 'https://cwe.mitre.org/data/definitions/323.html',
    },
  ],
};
