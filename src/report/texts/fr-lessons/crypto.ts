/** The lesson of the scenario crypto. */
export const CRYPTO_FR: Readonly<Record<string, string>> = {
  'Each attack has its own variant to get through: encryption-cbc, encryption-fixed-iv, mac-prefix. Beside it stands the careful construction of the same primitives, which stops it.':
    'Chaque attaque a sa variante où elle réussit : encryption-cbc, encryption-fixed-iv, mac-prefix. À côté se trouve la construction soigneuse des mêmes primitives, qui l’arrête.',
  'No cipher is broken: nonce-reuse XORs two lines of a log, padding-oracle asks questions, length-extension goes on hashing.':
    'Aucun chiffrement n’est cassé : nonce-reuse combine deux lignes d’un journal par un OU exclusif, padding-oracle pose des questions, length-extension poursuit un hachage.',
  'In padding-oracle Alice’s program is the one that talks: it tells a bad padding from a good one, frame after frame.':
    'Dans padding-oracle, c’est le programme d’Alice qui parle : il distingue un mauvais bourrage d’un bon, trame après trame.',
  'What does Mallory read or send in each of the three?':
    'Que lit ou qu’envoie Mallory dans chacune des trois ?',
  'One of them only reads a log. In the other two she holds the relay.':
    'Dans l’une, elle ne fait que lire un journal. Dans les deux autres, elle tient le relais.',
  'In nonce-reuse: two ciphertexts. In padding-oracle: mutated blocks of Bob’s message, and the answers of Alice’s program.':
    'Dans nonce-reuse : deux textes chiffrés. Dans padding-oracle : des blocs altérés du message de Bob, et les réponses du programme d’Alice.',
  'In length-extension: Alice’s message with words appended, and a tag for the longer one that was made without the key.':
    'Dans length-extension : le message d’Alice prolongé de quelques mots, avec un code d’authentification du tout fabriqué sans la clé.',
  'Which rule was broken in each of them, and which property goes with it?':
    'Quelle règle a été enfreinte dans chacune, et quelle propriété s’en va avec elle ?',
  'One is about a value that must not come twice, one about an order, one about a construction.':
    'L’une concerne une valeur qui ne doit pas revenir, une autre un ordre, la dernière une construction.',
  'A constant IV gives one keystream for two messages: C1 XOR C2 = P1 XOR P2, and who knows one knows the other. Decrypting before authenticating lets the answers decrypt. Confidentiality breaks in both.':
    'Un vecteur d’initialisation constant donne un seul flux de clé pour deux messages : C1 XOR C2 = P1 XOR P2, et qui connaît l’un connaît l’autre. Déchiffrer avant d’authentifier laisse les réponses déchiffrer. Dans les deux cas, c’est la confidentialité qui est rompue.',
  'SHA-256(key ‖ message) hands out its inner state as the tag, and anybody goes on from there. Integrity breaks.':
    'SHA-256(clé ‖ message) livre son état interne en guise de code d’authentification, et n’importe qui poursuit à partir de là. C’est l’intégrité qui est rompue.',
  'What stops each of them, although AES, CBC and SHA-256 stay what they are? What stays open?':
    'Qu’est-ce qui arrête chacune, alors qu’AES, CBC et SHA-256 restent ce qu’ils sont ? Que reste-t-il d’ouvert ?',
  'Compare the pairs: encryption with encryption-fixed-iv, mac with mac-prefix, fernet with encryption-cbc.':
    'Comparez deux à deux : encryption et encryption-fixed-iv, mac et mac-prefix, fernet et encryption-cbc.',
  'A fresh random IV for each message; HMAC, which hashes a second time under the key (bad-mac); and Fernet, which is CBC too and checks its HMAC first.':
    'Un vecteur d’initialisation aléatoire et neuf par message ; HMAC, qui hache une seconde fois sous la clé (bad-mac) ; et Fernet, qui est en CBC aussi et contrôle d’abord son HMAC.',
  'Each mends its own joint only: encryption with a fresh IV still lets a rogue server rewrite. RFC 5116 makes encryption and integrity one call.':
    'Chacun ne répare que sa jointure : avec un vecteur neuf, encryption laisse encore un serveur malveillant réécrire. Le RFC 5116 fait du chiffrement et de l’intégrité un seul appel.',
};
