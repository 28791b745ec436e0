import type { Pattern } from './said.js';

/** What claims always say alike: their configurations, why they are ruled so, their arguments. */
export const CLAIMS_FR: Readonly<Record<string, string>> = {
  // 1 to 5: the server.
  'none: the coursework chat': 'none : la messagerie du cours',
  'Alice and Bob have a line of their own beside the server':
    'Alice et Bob ont leur propre ligne, à côté du serveur',
  'each program has one connection, to the server, and what is shown came through it':
    'chaque programme a une seule connexion, vers le serveur, et ce qui est affiché est passé par elle',
  'what goes over another line never reaches the server':
    'ce qui passe par une autre ligne n’atteint jamais le serveur',
  'nothing that was shown crossed the server': 'rien de ce qui a été affiché n’est passé par le serveur',
  'the relay logs bodies as they cross, and Bob’s program logs what it shows: both give the secret away':
    'le relais inscrit dans son journal les corps tels qu’ils passent, et le programme de Bob ce qu’il affiche : les deux livrent le secret',
  'what the members seal stays sealed in the server’s log; the receiving program logs what it has opened':
    'ce que les membres scellent reste scellé dans le journal du serveur ; le programme du destinataire inscrit dans le sien ce qu’il a ouvert',
  'neither log gave the secret away': 'aucun des deux journaux n’a livré le secret',
  'log-encryption: the server encrypts its log, the key lies beside it':
    'log-encryption : le serveur chiffre son journal, la clé se trouve à côté',
  'fernet: the members encrypt before the server sees a word':
    'fernet : les membres chiffrent avant que le serveur ne voie un mot',
  'no log gave anything away': 'aucun journal n’a rien livré',
  'encrypted by the members the words are safe in the server’s log, but names and rooms stand there still, and the receiving program writes down what it shows':
    'chiffrés par les membres, les mots sont à l’abri dans le journal du serveur, mais les noms et les salons s’y trouvent toujours, et le programme du destinataire note ce qu’il affiche',
  'whoever reads a machine that has the log and its key reads the log; and names, rooms and the clients’ own logs are not touched by it':
    'qui lit une machine où se trouvent le journal et sa clé lit le journal ; et cela ne change rien aux noms, aux salons ni aux journaux des clients',
  'every connection that is gone leaves its session behind, so that the number only grows; nobody waited for the crash, which is a matter of memory and time':
    'chaque connexion disparue laisse derrière elle sa session, de sorte que leur nombre ne fait que croître ; personne n’a attendu le plantage, qui est affaire de mémoire et de temps',
  'a session goes with its connection or expires, and the number stays bounded':
    'une session s’en va avec sa connexion ou expire, et leur nombre reste borné',
  'expiry-only: sessions expire, nothing else': 'expiry-only : les sessions expirent, rien d’autre',
  'limits: expiry, removal with the connection, a quota':
    'limits : expiration, retrait avec la connexion, un quota',
  'what falls silent expires, and what is faster than expiry is removed with its connection or refused at once':
    'ce qui se tait expire, et ce qui va plus vite que l’expiration est retiré avec sa connexion ou refusé aussitôt',
  'sessions of those who fall silent go, but whoever is faster than the clock fills the server all the same: a number has to be bounded by a number':
    'les sessions de ceux qui se taisent s’en vont, mais qui va plus vite que l’horloge remplit tout de même le serveur : c’est par un nombre qu’il faut borner un nombre',
  'not even those who fall silent expire': 'même les sessions de ceux qui se taisent n’expirent pas',

  // 6 to 12: keys, randomness, passwords.
  'encryption, a group of three': 'encryption, un groupe de trois',
  'encryption, a group of two': 'encryption, un groupe de deux',
  'where two share a key, the other one is the recipient; the author can decrypt it as well':
    'quand deux personnes partagent une clé, l’autre est le destinataire ; l’auteur peut lui aussi déchiffrer',
  'a key that a group shares opens every message for every member; it keeps out those who do not have it':
    'une clé que partage un groupe ouvre chaque message à chaque membre ; elle n’écarte que ceux qui ne l’ont pas',
  '/dev/urandom and os.urandom on a current Linux': '/dev/urandom et os.urandom sur un Linux actuel',
  'random(4) and getrandom(2), Linux manual pages; Python documentation, os.urandom, and PEP 524; Heninger et al., Mining Your Ps and Qs, USENIX Security 2012':
    'random(4) et getrandom(2), pages de manuel de Linux ; documentation de Python, os.urandom, et PEP 524 ; Heninger et al., Mining Your Ps and Qs, USENIX Security 2012',
  'nothing: no run decides whether a generator can be predicted, for a weak one passes statistical tests as well':
    'rien : aucun essai ne décide si un générateur est prédictible, car un générateur faible réussit lui aussi les tests statistiques',
  'it is a cryptographic generator that the kernel seeds, the very one that Python’s manual names for cryptographic use; what was once predictable were machines that read it before it had been seeded, at their first start, and getrandom waits for that':
    'c’est un générateur cryptographique que le noyau amorce, celui-là même que le manuel de Python désigne pour la cryptographie ; ce qui fut prédictible, ce sont des machines qui le lisaient avant son amorçage, à leur premier démarrage, et getrandom attend cet amorçage',
  '16 bytes of the system’s generator': '16 octets du générateur du système',
  '16 constant bytes, as in the coursework’s ciphered client':
    '16 octets constants, comme dans le client chiffré du cours',
  'a salt has to be new, and sixteen random bytes are; it need not even be secret (NIST SP 800-132, section 5.1)':
    'un sel doit être nouveau, et seize octets aléatoires le sont ; il n’a même pas à être secret (NIST SP 800-132, section 5.1)',
  'a salt that comes again lets the work on one password serve for all':
    'un sel qui revient fait servir contre tous le travail accompli sur un seul mot de passe',
  'fernet, a group password of 128 random bits': 'fernet, un mot de passe de groupe de 128 bits aléatoires',
  'fernet, a group password as people choose them': 'fernet, un mot de passe de groupe comme on les choisit',
  'the salt is public and nobody could make anything of it':
    'le sel est public, et nul n’a pu en tirer quoi que ce soit',
  'to know the salt helps nobody against a good password; but nothing authenticates it, and whoever swaps it keeps the members from reading each other':
    'connaître le sel n’aide personne contre un bon mot de passe ; mais rien ne l’authentifie, et qui le remplace empêche les membres de se lire',
  'with the salt in hand, anybody tries passwords on her own machine: a listed one falls':
    'le sel en main, n’importe qui essaie des mots de passe sur sa propre machine : s’il figure sur une liste, il tombe',
  'fernet: PBKDF2 with a random salt': 'fernet : PBKDF2 avec un sel aléatoire',
  'password-sha256: no salt': 'password-sha256 : pas de sel',
  'neither a table nor a list helped': 'ni une table ni une liste n’ont servi',
  'it forbids tables made beforehand and work that serves for several victims; against one chat, whose salt is public, the list is simply tried':
    'il interdit les tables faites d’avance et le travail qui sert contre plusieurs victimes ; contre une seule messagerie, dont le sel est public, on essaie simplement la liste',
  'without a salt, what was worked out once serves against everybody':
    'sans sel, ce qui a été calculé une fois sert contre tout le monde',
  'PBKDF2 with the chat’s salt': 'PBKDF2 avec le sel de la messagerie',
  'SHA-256 of the password': 'SHA-256 du mot de passe',
  'without a salt nothing but the password goes in, in all chats and for ever':
    'sans sel, rien n’entre dans le calcul que le mot de passe, dans toutes les messageries et pour toujours',
  'with the same salt it must, or the members could not read each other; with another salt it gives another key':
    'avec le même sel il le doit, sans quoi les membres ne pourraient se lire ; avec un autre sel il donne une autre clé',
  'not even the same salt gives the same key': 'même le même sel ne donne pas la même clé',
  'password-sha256, a password as people choose them':
    'password-sha256, un mot de passe comme on les choisit',
  'password-sha256, 128 random bits in the place of a password':
    'password-sha256, 128 bits aléatoires en guise de mot de passe',
  'a secret that nobody can guess needs no stretching':
    'un secret que nul ne peut deviner n’a pas besoin d’une dérivation lente',
  'the password fell, but stretching would hardly have cost the guesser more':
    'le mot de passe est tombé, mais une dérivation lente n’aurait guère coûté plus à qui devine',
  'one hash, without a salt, makes guessing as cheap as it can be; PBKDF2 makes every guess dearer by orders of magnitude, though it does not save a password from a short list either':
    'un seul hachage, sans sel, rend les essais aussi bon marché que possible ; PBKDF2 rend chaque essai plus cher de plusieurs ordres de grandeur, mais ne sauve pas non plus un mot de passe qui figure sur une courte liste',
  'a key worked out for one chat fits another chat with the same password':
    'une clé calculée pour une messagerie ouvre une autre messagerie de même mot de passe',
  'a key worked out for one chat does not fit another chat with the same password':
    'une clé calculée pour une messagerie n’ouvre pas une autre messagerie de même mot de passe',
  'one key': 'une seule clé',
  'two keys': 'deux clés',
  'the same key': 'la même clé',
  'another key': 'une autre clé',

  // 13 to 21: sealing.
  'a keystream lets whoever knows the words change them without the key, and nothing says who wrote them':
    'un flux de clé laisse quiconque connaît les mots les changer sans la clé, et rien ne dit qui les a écrits',
  'something of it is protected here': 'une partie en est protégée ici',
  'here it is not alone: the signature is checked over author and words':
    'ici il n’est pas seul : la signature est vérifiée sur l’auteur et sur les mots',
  'no harm that was tried got through': 'rien de ce qui a été tenté pour nuire n’est passé',
  'what was written can neither be read nor changed; the server still chooses the name over it and whether, when and how often it is shown':
    'ce qui a été écrit ne peut être ni lu ni changé ; le serveur choisit toujours le nom placé au-dessus, et si, quand et combien de fois cela est affiché',
  'it keeps the server from reading and from nothing else: even the words can be changed blindly':
    'il empêche le serveur de lire, et rien d’autre : même les mots peuvent être changés à l’aveugle',
  'encryption-cbc, which tells padding errors; a key that is the SHA-256 of a listed password':
    'encryption-cbc, qui avoue les erreurs de bourrage ; une clé qui est le SHA-256 d’un mot de passe figurant sur une liste',
  'fernet, which checks the tag before the padding; a key from a random password':
    'fernet, qui vérifie le code d’authentification avant le bourrage ; une clé tirée d’un mot de passe aléatoire',
  'answers about the padding gave the secret away block by block, and a careless key fell to a short list, though no cipher was broken':
    'les réponses sur le bourrage ont livré le secret bloc par bloc, et une clé négligée est tombée devant une courte liste, sans qu’aucun chiffrement ait été cassé',
  'with both handled well neither gave anything away':
    'bien gérés tous les deux, ni l’un ni l’autre n’a rien livré',
  'what encrypts without authenticating lets changed words through unseen':
    'ce qui chiffre sans authentifier laisse passer des mots changés sans que nul ne le voie',
  'some changes were seen, others not': 'certaines modifications ont été vues, d’autres non',
  'a Fernet token ends in an HMAC over all of it, and whatever was changed without the key was refused':
    'un jeton Fernet se termine par un HMAC de tout ce qui le précède, et tout ce qui a été modifié sans la clé a été refusé',
  'mac: HMAC-SHA256 under the group key': 'mac : HMAC-SHA256 sous la clé du groupe',
  'mac-prefix: SHA-256 of key and message, made at home':
    'mac-prefix : SHA-256 de la clé et du message, fait maison',
  'a plain hash can be carried on from its own value, without the key':
    'un simple hachage se poursuit à partir de sa propre valeur, sans la clé',
  'without the key it cannot; any member can, for all have the key':
    'sans la clé, il ne le peut pas ; tout membre le peut, car tous ont la clé',
  'the server reads or changes the words': 'le serveur lit ou change les mots',
  'against reading and altering it is the right tool; the nick beside the token, copies, order, delay and loss need others':
    'contre la lecture et la modification, c’est le bon outil ; le pseudonyme à côté du jeton, les copies, l’ordre, le retard et la perte en demandent d’autres',
  'nothing that the server did got through': 'rien de ce que le serveur a fait n’est passé',
  'bound: nick, room and place inside the token': 'bound : pseudonyme, salon et place dans le jeton',
  'bound+signature: signed by the author as well': 'bound+signature : signé par l’auteur en plus',
  'the name is checked by a key that is the author’s alone':
    'le nom est vérifié par une clé qui n’appartient qu’à l’auteur',
  'the server, which has no key, can no longer swap names; any member can still write any name into a token of her own':
    'le serveur, qui n’a pas de clé, ne peut plus échanger les noms ; tout membre peut encore écrire n’importe quel nom dans un jeton à lui',
  'the server swaps names as before': 'le serveur échange les noms comme avant',
  'mac, in the place of a signature': 'mac, à la place d’une signature',
  'it can neither invent, alter nor re-attribute; it can still read, repeat, drop, swap and hold what was signed':
    'il ne peut ni inventer, ni modifier, ni attribuer à un autre ; il peut encore lire, répéter, supprimer, intervertir et retenir ce qui a été signé',
  'words or names that nobody signed got through': 'des mots ou des noms que personne n’a signés sont passés',
  'nobody but the author can make what everybody can check':
    'personne, hormis l’auteur, ne peut fabriquer ce que tout le monde peut vérifier',
  'no member can forge it, but the server can':
    'aucun membre ne peut la contrefaire, mais le serveur le peut',
  'an HMAC is no signature: whoever can check it can make it, and a member wrote in Alice’s name':
    'un HMAC n’est pas une signature : qui peut le vérifier peut le fabriquer, et un membre a écrit au nom d’Alice',

  // 22 to 24: formats.
  'a decoder that revives: the chat’s codec, and pickle where Python is':
    'un décodeur qui redonne vie aux objets : le codec de la messagerie, et pickle là où il y a Python',
  'a decoder of data: the strict codec, and json where Python is':
    'un décodeur de données : le codec strict, et json là où il y a Python',
  'no Python here: pickle itself was not tried': 'pas de Python ici : pickle lui-même n’a pas été essayé',
  'who decodes calls what the bytes name; that is how the format is meant, and its manual warns of it':
    'qui décode appelle ce que nomment les octets ; le format est ainsi conçu, et son manuel en avertit',
  'not every one of these decoders ran the code': 'tous ces décodeurs n’ont pas exécuté le code',
  'a decoder that can only read data ran nothing':
    'un décodeur qui ne sait lire que des données n’a rien exécuté',
  'a reviving codec, bare and under fernet+signature':
    'un codec qui redonne vie aux objets, à nu et sous fernet+signature',
  'the strict codec, bare and under fernet+signature': 'le codec strict, à nu et sous fernet+signature',
  'once encrypted and authenticated it ran nothing': 'une fois chiffré et authentifié, il n’a rien exécuté',
  'the choice is bad, the reason is not: encrypted and authenticated it still runs code, in the frame that is decoded before anything is checked, and in a member’s own valid message':
    'le choix est mauvais, mais pas pour cette raison : chiffré et authentifié, il exécute encore du code, dans la trame qui est décodée avant tout contrôle et dans le message valide d’un membre',
  'here the decoder runs nothing, encrypted or not': 'ici le décodeur n’exécute rien, chiffré ou non',
  'JSON, read by the coursework’s codec and by the strict one':
    'JSON, lu par le codec du cours et par le codec strict',
  'JSON, read by the strict codec alone': 'JSON, lu par le seul codec strict',
  'with a size limit, a strict schema, no reviving and no prototypes, nothing that was tried got through':
    'avec une taille limitée, un schéma strict, aucun objet ranimé et aucun prototype, rien de ce qui a été essayé n’est passé',
  'both chats speak JSON, and only one is safe: a text is data until somebody revives it, merges it or recurses into it. msgpack was not tried':
    'les deux messageries parlent JSON, et une seule est sûre : un texte n’est qu’une donnée, jusqu’à ce que quelqu’un le ranime, le fusionne ou y descende récursivement. msgpack n’a pas été essayé',
  'no reader of it was safe': 'aucun de ses lecteurs n’était sûr',

  // 25 to 30: replay and time.
  'with a memory of what was taken, no copy is shown a second time':
    'grâce à la mémoire de ce qui a été reçu, aucune copie n’est affichée une seconde fois',
  'it bounds how long a copy works and does not tell a copy from the original; within the window a replay passes':
    'il borne la durée pendant laquelle une copie fonctionne et ne distingue pas une copie de l’original ; dans ce délai, un rejeu passe',
  'copies pass whenever they come': 'les copies passent à quelque moment qu’elles arrivent',
  'what was diverted was refused, but for its author and its counter, not for its time':
    'ce qui a été détourné a été refusé, mais à cause de son auteur et de son compteur, non de son heure',
  'a timestamp says when something was sealed: under another’s name, or shown twice, it stays the same to the bit':
    'un horodatage dit quand une chose a été scellée : sous le nom d’un autre, ou affichée deux fois, elle en garde le même, au bit près',
  'ttl, Alice’s clock 45 s behind': 'ttl, l’horloge d’Alice en retard de 45 s',
  'fernet without a TTL, Alice’s clock 45 s behind': 'fernet sans TTL, l’horloge d’Alice en retard de 45 s',
  'a token that says it is 45 s old is beyond the TTL of 30 s for everybody who receives it':
    'un jeton qui se dit vieux de 45 s dépasse le TTL de 30 s pour quiconque le reçoit',
  'some were refused': 'quelques-uns ont été refusés',
  'without a TTL nobody looks at the time': 'sans TTL, personne ne regarde l’heure',
  'fernet, without a TTL': 'fernet, sans TTL',
  'no copy passed, early or late': 'aucune copie n’est passée, ni tôt ni tard',
  'after 30 s they cannot; within the TTL they can, as often as somebody likes':
    'après 30 s, ils ne le peuvent plus ; avant la fin du TTL ils le peuvent, autant de fois que l’on veut',
  'they can be reused for ever': 'ils peuvent être réutilisés à jamais',
  'sequence: a memory in the place of a clock': 'sequence : une mémoire à la place d’une horloge',
  'honest messages of a wrong clock are refused, and to a slow clock an old copy is as fresh as ever; a difference of 20 s is forgiven':
    'les messages honnêtes d’une horloge déréglée sont refusés, et pour une horloge en retard une vieille copie est aussi fraîche qu’au premier jour ; un écart de 20 s est pardonné',
  'some of it depends on the clocks': 'une partie dépend des horloges',
  'a counter does not look at any clock': 'un compteur ne regarde aucune horloge',
  'ttl, every message 45 s in store': 'ttl, chaque message gardé 45 s en attente',
  'fernet without a TTL, every message 45 s in store':
    'fernet sans TTL, chaque message gardé 45 s en attente',
  'whoever was offline for longer than the TTL gets nothing of what was kept for her':
    'qui est resté hors ligne plus longtemps que le TTL ne reçoit rien de ce qui lui était gardé',
  'some of them were refused': 'certains ont été refusés',
  'without a TTL they are as good as new': 'sans TTL, ils valent des messages neufs',

  // 31 and 32: programs and those who write them.
  'fernet; Bob’s program, with another password, refuses by a code':
    'fernet ; le programme de Bob, avec un autre mot de passe, refuse par un code',
  'fernet; Bob’s program, with another password, lets InvalidToken out of its handler':
    'fernet ; le programme de Bob, avec un autre mot de passe, laisse InvalidToken sortir de son gestionnaire',
  'the exception of the first token that did not verify ended the program':
    'l’exception du premier jeton qui n’a pas été vérifié a mis fin au programme',
  'a token that does not verify is an answer, not an accident: both programs refuse and go on. What crashes is a client that does not catch what its library throws':
    'un jeton invalide est une réponse, non un accident : les deux programmes le refusent et continuent. Ce qui plante, c’est un client qui n’attrape pas l’exception de sa bibliothèque',
  'good primitives, put together at home': 'de bonnes primitives, assemblées à la maison',
  'the constructions that libraries offer': 'les constructions qu’offrent les bibliothèques',
  'here not even the primitives were new: it was enough to put SHA-256 and AES together by hand for each of these to fall':
    'ici les primitives n’étaient même pas nouvelles : il a suffi d’assembler SHA-256 et AES à la main pour que chacune de ces constructions tombe',
  'some of them fell': 'certaines sont tombées',
  'none of them fell': 'aucune n’est tombée',

  'the run proves nothing': 'l’essai ne prouve rien',
  'the experiment does not come out otherwise where it has to':
    'l’expérience n’a pas une autre issue là où il le faut',
  'so it came out, and nobody had foreseen it': 'telle a été l’issue, et personne ne l’avait prévue',
};

/** What was observed, with its figures. */
export const OBSERVED_FR: readonly Pattern[] = [
  ['0 of {Of} attacks got through', 'aucune des {Of} attaques n’est passée'],
  [
    '1 of {Of} attacks got through: {attacks}; stopped: {stopped}',
    '1 attaque sur {Of} est passée : {attacks} ; arrêtées : {stopped}',
  ],
  [
    '{N} of {Of} attacks got through: {attacks}; stopped: {stopped}',
    '{N} attaques sur {Of} sont passées : {attacks} ; arrêtées : {stopped}',
  ],
  ['{N} of {Of} attacks got through: {attacks}', '{N} attaques sur {Of} sont passées : {attacks}'],
  ['stopped: {attacks}', 'arrêtées : {attacks}'],
  [
    "Bob was shown {Shown} messages of Alice's; {Crossed} of these frames had crossed the server",
    'Bob a vu {Shown} messages d’Alice ; trames qui sont passées par le serveur : {Crossed}',
  ],
  [
    'sessions held at most, as {N} connections came and went: {peaks}',
    'maximum de sessions détenues, tandis que {N} connexions se sont ouvertes et fermées : {peaks}',
  ],
  [
    'of the members besides Alice and Bob, 0 decrypted what was meant for Bob; {outcome}',
    'des membres autres qu’Alice et Bob, aucun n’a déchiffré ce qui était destiné à Bob ; {outcome}',
  ],
  [
    'of the members besides Alice and Bob, {N} decrypted what was meant for Bob: {names}; {outcome}',
    'membres autres qu’Alice et Bob qui ont déchiffré ce qui était destiné à Bob : {N} ({names}) ; {outcome}',
  ],
  [
    'of {Draws} salts {Repeated} had been there before; one password gave two chats {keys}',
    'sels déjà apparus auparavant : {Repeated} sur {Draws} ; un même mot de passe a donné à deux messageries {keys}',
  ],
  [
    "a tap on Bob's connection held {Bytes} bytes of salt in clear and did not read the secret",
    'une écoute de la connexion de Bob a obtenu {Bytes} octets de sel en clair et n’a pas lu le secret',
  ],
  [
    "a tap on Bob's connection held {Bytes} bytes of salt in clear and read the secret",
    'une écoute de la connexion de Bob a obtenu {Bytes} octets de sel en clair et a lu le secret',
  ],
  [
    'derived again under the same salt: {same}; under another salt: {other}',
    'dérivée de nouveau sous le même sel : {same} ; sous un autre sel : {other}',
  ],
  [
    'one guess by PBKDF2 takes more than {N} times as long as one by SHA-256',
    'un essai par PBKDF2 prend plus de {N} fois le temps d’un essai par SHA-256',
  ],
  [
    'one guess by PBKDF2 takes less than {N} times as long as one by SHA-256',
    'un essai par PBKDF2 prend moins de {N} fois le temps d’un essai par SHA-256',
  ],
  ['by the server: {server}; by a member: {member}', 'par le serveur : {server} ; par un membre : {member}'],
  [
    'Python {Version}: {Reads}.loads of the exploit ran its code, and the laboratory found the canary',
    'Python {Version} : {Reads}.loads a exécuté le code de l’exploit, et le laboratoire a trouvé le fichier témoin',
  ],
  [
    'Python {Version}: {Reads}.loads of the exploit ran nothing',
    'Python {Version} : {Reads}.loads n’a rien exécuté de l’exploit',
  ],
  ['bare: {bare}; sealed: {sealed}', 'à nu : {bare} ; scellé : {sealed}'],
  [
    "{Same} of {Of} frames under another's name bore the same time and the same token",
    'trames sous le nom d’un autre qui portaient la même heure et le même jeton : {Same} sur {Of}',
  ],
  ["of Alice's messages {deliveries}", 'pour les messages d’Alice : {deliveries}'],
  ['of honest messages {deliveries}', 'pour les messages honnêtes : {deliveries}'],
  [
    "Alice's clock 45 s behind: {behind}; 20 s behind: {close}; 61 s ahead: {ahead}; Bob's clock 45 s behind: {slow}",
    'l’horloge d’Alice en retard de 45 s : {behind} ; en retard de 20 s : {close} ; en avance de 61 s : {ahead} ; l’horloge de Bob en retard de 45 s : {slow}',
  ],
  [
    "Bob's program refused {N} of {Of} and went on",
    'messages refusés par le programme de Bob, qui a continué : {N} sur {Of}',
  ],
  [
    "Bob's program refused {N} of {Of} ({codes}) and went on",
    'messages refusés par le programme de Bob, qui a continué : {N} sur {Of} ({codes})',
  ],
  ["Alice's refused {N} of {Of} of his", 'messages de Bob refusés par celui d’Alice : {N} sur {Of}'],
  [
    "Alice's refused {N} of {Of} ({codes}) of his",
    'messages de Bob refusés par celui d’Alice : {N} sur {Of} ({codes})',
  ],
  ["Carol was shown {N} of Alice's", 'messages d’Alice affichés à Carol : {N}'],
  [
    "Bob's program ended by itself with status {Status}",
    'le programme de Bob s’est arrêté de lui-même avec le code {Status}',
  ],
  ["Carol was shown {N} of Alice's messages", 'messages d’Alice affichés à Carol : {N}'],
];
