/** What parts say of themselves: title, what they protect, what they leave open. */
export const PARTS_FR: Readonly<Record<string, string>> = {
  full: 'full',
  nothing: 'rien',
  everything: 'tout',
  'what none of its parts protects': 'ce qu’aucune de ses parties ne protège',
  'the coursework chat, as students meet it': 'la messagerie du cours, telle que les étudiants la découvrent',
  'AES-128-CTR under a group password': 'AES-128-CTR sous un mot de passe de groupe',
  'the words, from whoever has no group key': 'les mots, contre quiconque n’a pas la clé du groupe',
  'everything but secrecy: whoever carries a message can change, copy, hold or re-address it':
    'tout sauf le secret : quiconque transporte un message peut le modifier, le copier, le retenir ou l’adresser ailleurs',
  'HMAC-SHA256 under a group password': 'HMAC-SHA256 sous un mot de passe de groupe',
  'the body, from change by whoever has no group key':
    'le corps, contre toute modification par quiconque n’a pas la clé du groupe',
  'secrecy; who wrote it (any member can); where it is shown; copies, holding and loss':
    'le secret ; qui l’a écrit (tout membre le peut) ; où il est affiché ; copies, retard et perte',
  'Fernet (AES-128-CBC, then HMAC-SHA256), no TTL':
    'Fernet (AES-128-CBC, puis HMAC-SHA256), sans durée de vie',
  'the words, and the token against any change, from whoever has no group key':
    'les mots, et le jeton contre toute modification, contre quiconque n’a pas la clé du groupe',
  'who wrote it (any member can); the nick and room beside the token; copies, age, order and loss':
    'qui l’a écrit (tout membre le peut) ; le pseudonyme et le salon à côté du jeton ; copies, âge, ordre et perte',
  'Fernet with a TTL of 30 s': 'Fernet avec une durée de vie de 30 s',
  'against messages older than 30 s': 'contre les messages de plus de 30 s',
  'copies within the TTL; who wrote it; the nick and room beside the token; order and loss; honest messages that waited too long':
    'les copies pendant la durée de vie ; qui l’a écrit ; le pseudonyme et le salon à côté du jeton ; ordre et perte ; les messages honnêtes qui ont trop attendu',
  'Ed25519 signatures, keys pinned out of band': 'Signatures Ed25519, clés épinglées hors bande',
  'who wrote it, in which room, and every byte of it, even from other members':
    'qui l’a écrit, dans quel salon, et chacun de ses octets, même contre d’autres membres',
  'secrecy; copies, holding, order and loss of what was truly signed':
    'le secret ; copies, retard, ordre et perte de ce qui a vraiment été signé',
  'Fernet around room, author and sequence': 'Fernet autour du salon, de l’auteur et du rang',
  'the nick, room and place beside the token, from whoever has no group key':
    'le pseudonyme, le salon et la place à côté du jeton, contre quiconque n’a pas la clé du groupe',
  'who wrote it (any member can); copies, age, order and loss':
    'qui l’a écrit (tout membre le peut) ; copies, âge, ordre et perte',
  'Counters per author, in memory': 'Compteurs par auteur, en mémoire',
  'against copies and swaps, and shows what is missing in the middle, as long as the program runs':
    'contre les copies et les échanges, et montre ce qui manque au milieu, tant que le programme tourne',
  'who wrote it (any member can, and can spoil counters); what comes before the first that a member sees; the end of a stream; a restart; age':
    'qui l’a écrit (tout membre le peut, et peut fausser les compteurs) ; ce qui précède le premier qu’un membre voit ; la fin d’une suite ; un redémarrage ; l’âge',
  'Fernet over messages padded to buckets of 256, 1024, 4096 … bytes':
    'Fernet sur des messages complétés à 256, 1024, 4096… octets',
  'the length of a message within its bucket': 'la longueur d’un message au sein de sa taille prévue',
  'what Fernet leaves open; how many messages, when, whose; the bucket':
    'ce que Fernet laisse ouvert ; combien de messages, quand, de qui ; la taille prévue',
  'Size limit, JSON, strict schema': 'Taille limitée, JSON, schéma strict',
  'the programs, from code and surprises in what they decode':
    'les programmes, contre le code et les surprises dans ce qu’ils décodent',
  'everything about the words: a well-formed lie passes, and so does a line break for a log that keeps them as text':
    'tout ce qui touche aux mots : un mensonge bien formé passe, et de même un saut de ligne pour un journal qui les garde en texte',
  'Limits of the relay: payload, joins, members only, sessions, slow readers, log lines, nicks':
    'Limites du relais : taille, entrées, membres seulement, sessions, lecteurs lents, lignes du journal, pseudonymes',
  'the relay, from what one connection can make it hold; nicks, rooms and the log, from other connections':
    'le relais, contre ce qu’une connexion peut lui faire garder ; pseudonymes, salons et journal, contre les autres connexions',
  'the words, from whoever carries them; floods from many connections; a nick, from whoever takes it first without personal keys':
    'les mots, face à qui les transporte ; les inondations par de nombreuses connexions ; un pseudonyme, face à qui le prend le premier sans clés personnelles',
  'A relay log of times, events, sizes and keyed digests':
    'Un journal du relais fait d’heures, d’événements, de tailles et d’empreintes à clé',
  'words, authors and rooms, from whoever reads the log of the relay':
    'mots, auteurs et salons, contre quiconque lit le journal du relais',
  'when, how often and how much is written; everything outside this log':
    'quand, combien de fois et combien on écrit ; tout ce qui est hors de ce journal',
  'TLS 1.3 to the relay, its certificate verified': 'TLS 1.3 jusqu’au relais, certificat vérifié',
  'everything on the way between a peer and the relay, from everybody on that way':
    'tout sur le chemin entre un membre et le relais, contre quiconque se trouve sur ce chemin',
  'everything at the relay, which reads, logs and carries as before':
    'tout ce qui se passe au relais, qui lit, journalise et transporte comme avant',
  'Signed views of the room, compared': 'Vues signées du salon, comparées',
  'against a relay that shows members different things or holds something back: it is revealed':
    'contre un relais qui montre aux membres des choses différentes ou retient quelque chose : cela est révélé',
  'secrecy; delay; what the relay does to all members alike, keeps from a newcomer while neither side is told of the other, or from who leaves within two seconds; it reveals and does not prevent':
    'le secret ; le retard ; ce que le relais fait à tous les membres de même, cache à un nouveau venu tant qu’aucun des deux côtés n’entend parler de l’autre, ou à qui part dans les deux secondes ; elle révèle et n’empêche pas',
  'AES-256-GCM under a random key that changes when somebody leaves':
    'AES-256-GCM sous une clé aléatoire qui change quand quelqu’un part',
  'the words, from the relay, from those who have left, and from whoever stole a device’s state in another epoch; room, author, place and time beside them':
    'les mots, contre le relais, contre ceux qui sont partis et contre quiconque a volé l’état d’un appareil à une autre époque ; le salon, l’auteur, la place et l’heure à côté d’eux',
  'who wrote it (any member can); copies, order and loss; the current epoch, to whoever steals its key; members who vanish without leaving, a host who leaves, and whoever of the roster asks to come back':
    'qui l’a écrit (tout membre le peut) ; copies, ordre et perte ; l’époque en cours, à qui en vole la clé ; les membres qui disparaissent sans sortir, un hôte qui part, et quiconque de la liste demande à revenir',
  'Counters per author, in the device’s storage':
    'Compteurs par auteur, dans la mémoire durable de l’appareil',
  'against copies and swaps, across restarts too, and shows what is missing in the middle':
    'contre les copies et les échanges, même après un redémarrage, et montre ce qui manque au milieu',
  'who wrote it (any member can, and can spoil counters); the end of a stream; age; a copy that comes first':
    'qui l’a écrit (tout membre le peut, et peut fausser les compteurs) ; la fin d’une suite ; l’âge ; une copie qui arrive la première',
  'AES-128-CBC, unauthenticated, padding errors answered':
    'AES-128-CBC, non authentifié, qui avoue ses erreurs de bourrage',
  'the words, from whoever only listens': 'les mots, contre qui ne fait qu’écouter',
  'the words too, to whoever can send a receiver mutated copies and hear its answers':
    'les mots aussi, à qui peut envoyer à un destinataire des copies modifiées et entendre ses réponses',
  'AES-128-CTR with a fixed IV': 'AES-128-CTR avec un vecteur d’initialisation fixe',
  'the words of the first message, from whoever has no group key':
    'les mots du premier message, contre quiconque n’a pas la clé du groupe',
  'every later message: all are XORed with one keystream':
    'tout message suivant : tous sont combinés par XOR à un même flux de clé',
  'AES-128-CTR under a group password, clear text taken too':
    'AES-128-CTR sous un mot de passe de groupe, texte en clair accepté aussi',
  'the words of those who encrypt, from whoever only listens':
    'les mots de ceux qui chiffrent, contre qui ne fait qu’écouter',
  'everything else: a message in clear passes by every other part as well':
    'tout le reste : un message en clair échappe aussi à toutes les autres parties',
  'SHA-256(key‖message) under a group password': 'SHA-256(clé‖message) sous un mot de passe de groupe',
  'the end of the message: whoever has one tag makes that of a longer message':
    'la fin du message : qui a un code d’authentification fabrique celui d’un message plus long',
  'Ed25519 over the body alone, keys pinned out of band':
    'Ed25519 sur le seul corps, clés épinglées hors bande',
  'who wrote it, and every byte of it': 'qui l’a écrit, et chacun de ses octets',
  'where it was said: the room beside it is anybody’s to change; and all that signatures leave open':
    'où cela a été dit : n’importe qui peut changer le salon à côté ; et tout ce que les signatures laissent ouvert',
  'Ed25519 signatures, verified with the key in the frame':
    'Signatures Ed25519, vérifiées avec la clé que porte la trame',
  'every byte, from changes by whoever cannot sign at all':
    'chaque octet, contre toute modification par qui ne sait pas signer du tout',
  'who wrote it: everybody has a key; and all that signatures leave open':
    'qui l’a écrit : tout le monde a une clé ; et tout ce que les signatures laissent ouvert',
  'Ed25519 signatures, keys on first use from the relay':
    'Signatures Ed25519, clés du relais acceptées à la première rencontre',
  'what signatures do, from whoever was not there when the keys were told':
    'ce que protègent les signatures, contre qui n’était pas là quand les clés ont été données',
  'who wrote it, to the relay that tells the keys; and all that signatures leave open':
    'qui l’a écrit, face au relais qui donne les clés ; et tout ce que les signatures laissent ouvert',
  'Group key = SHA-256 of the password': 'Clé de groupe = SHA-256 du mot de passe',
  'the password, from whoever merely reads the key': 'le mot de passe, contre qui lit simplement la clé',
  'the password, to whoever guesses: no salt, and millions of guesses a second':
    'le mot de passe, à qui devine : pas de sel, et des millions d’essais par seconde',
  'Sessions expire, no other limit': 'Les sessions expirent, aucune autre limite',
  'the relay, from sessions that were forgotten slowly': 'le relais, contre les sessions oubliées peu à peu',
  'everything that happens faster than sessions expire, and everything but sessions':
    'tout ce qui va plus vite que l’expiration des sessions, et tout sauf les sessions',
  'A relay log whose bodies are encrypted, with the key beside it':
    'Un journal du relais aux corps chiffrés, la clé posée à côté',
  'bodies in the log, from whoever gets the log without the file beside it':
    'les corps dans le journal, contre qui obtient le journal sans le fichier posé à côté',
  'everything, to whoever reads the machine that has both': 'tout, à qui lit la machine où sont les deux',
  'TLS 1.3 to whoever answers, no certificate verified':
    'TLS 1.3 avec quiconque répond, sans vérifier de certificat',
  'everything on the way, from those who only listen': 'tout sur le chemin, contre qui ne fait qu’écouter',
  'everything, to whoever stands between and answers as the relay':
    'tout, à qui se tient au milieu et répond comme le relais',
};
