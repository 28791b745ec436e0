import type { Pattern } from './said.js';

/** Titles of attacks, and tactics that are always told alike: what completes “Mallory …”. */
export const ATTACKS_FR: Readonly<Record<string, string>> = {
  "The relay's log is read": 'Le journal du relais est lu',
  'A stranger listens without joining': 'Une inconnue écoute sans entrer',
  'The TCP connection of one peer is tapped': 'La connexion TCP d’un membre est écoutée',
  "The receiving peer's own debug log is read": 'Le journal de débogage du destinataire est lu',
  "The sizes in the relay's log tell the answers":
    'Les tailles dans le journal du relais trahissent les réponses',
  "The relay's log tells who speaks where": 'Le journal du relais dit qui parle où',
  "One peer's TCP connection tells who speaks where": 'La connexion TCP d’un membre dit qui parle où',
  'A message is changed between a peer and an honest relay':
    'Un message est modifié entre un membre et un relais honnête',
  'The server keeps and reads what it relays': 'Le serveur garde et lit ce qu’il relaie',
  'The server rewrites a message': 'Le serveur réécrit un message',
  'The server flips a bit of an amount': 'Le serveur inverse un bit d’un montant',
  "The server forges a message in Alice's name": 'Le serveur forge un message au nom d’Alice',
  "The server puts another's name over Alice's words": 'Le serveur met un autre nom sur les mots d’Alice',
  'The server moves a message to another room': 'Le serveur déplace un message dans un autre salon',
  'The server returns Alice her own message as Bob’s':
    'Le serveur renvoie à Alice son message comme venant de Bob',
  'The server delivers a message twice': 'Le serveur remet un message deux fois',
  'The server holds everything back for 45 s': 'Le serveur retient tout pendant 45 s',
  'The server swallows a message': 'Le serveur fait disparaître un message',
  'The server swallows the last message': 'Le serveur fait disparaître le dernier message',
  'The server forwards nothing any more': 'Le serveur ne transmet plus rien',
  'The server swaps two messages of Alice’s': 'Le serveur intervertit deux messages d’Alice',
  'The server shows the answer before the question': 'Le serveur montre la réponse avant la question',
  'The server keeps one member from a message': 'Le serveur cache un message à un membre',
  'The server shows members different orders': 'Le serveur montre aux membres des ordres différents',
  'The server shows members different texts': 'Le serveur montre aux membres des textes différents',
  "The server hands out its own key as Alice's": 'Le serveur distribue sa propre clé comme celle d’Alice',
  'The server hands out another salt': 'Le serveur distribue un autre sel',
  'The server passes on an altered text, unsealed': 'Le serveur transmet un texte modifié, non scellé',
  'A stranger resends a message at once': 'Une inconnue renvoie un message aussitôt',
  'A stranger resends a message after 10 s': 'Une inconnue renvoie un message après 10 s',
  'A stranger resends a message after 45 s': 'Une inconnue renvoie un message après 45 s',
  'A stranger resends messages in another spelling':
    'Une inconnue renvoie des messages sous une autre écriture',
  'A stranger resends a session after a restart': 'Une inconnue renvoie une session après un redémarrage',
  'A stranger resends an old message to a late joiner':
    'Une inconnue renvoie un vieux message à un nouveau venu',
  'A stranger resends a message to a slow clock': 'Une inconnue renvoie un message à une horloge en retard',
  'A member writes as Alice': 'Un membre écrit au nom d’Alice',
  "A member shows Alice's words in another room": 'Un membre montre les mots d’Alice dans un autre salon',
  "A member writes under a name that looks like Alice's":
    'Un membre écrit sous un nom qui ressemble à celui d’Alice',
  'A member pushes Alice’s counter out of reach': 'Un membre pousse le compteur d’Alice hors d’atteinte',
  'A member tells two members two things at once': 'Un membre dit deux choses à la fois à deux membres',
  'A frame runs code in the relay': 'Une trame exécute du code dans le relais',
  "A frame runs code in a member's program": 'Une trame exécute du code dans le programme d’un membre',
  'Code is planted inside a sealed body, without the key':
    'Du code est glissé dans un corps scellé, sans la clé',
  "Code inside a member's own valid message": 'Du code dans le message valide d’un membre',
  "A frame's options reach the prototype of all objects":
    'Les options d’une trame atteignent le prototype de tous les objets',
  'A small frame exhausts the decoder': 'Une petite trame épuise le décodeur',
  'The group password is guessed offline': 'Le mot de passe du groupe est deviné hors ligne',
  'The server reads a message off the answers to mutated copies':
    'Le serveur lit un message d’après les réponses à des copies modifiées',
  'Two messages under one keystream are XORed':
    'Deux messages sous un même flux de clé sont combinés par XOR',
  'The server extends a tagged message': 'Le serveur prolonge un message authentifié',
  'What was taped before is opened with a stolen device':
    'Ce qui fut enregistré avant est ouvert avec un appareil volé',
  'A member who has left reads on': 'Un membre parti continue de lire',
  'A stolen state is used after the keys have changed':
    'Un état volé sert encore après le changement des clés',
  'Join after join from one connection': 'Entrée sur entrée depuis une seule connexion',
  'Connections that vanish without leaving': 'Des connexions disparaissent sans sortir',
  'A member who stops reading': 'Un membre cesse de lire',
  'One enormous frame': 'Une seule trame énorme',
  'A small frame that inflates a thousand-fold': 'Une petite trame qui gonfle mille fois',
  "A stranger takes Alice's nick before she joins":
    'Une inconnue prend le pseudonyme d’Alice avant son arrivée',
  'A stranger makes Alice leave': 'Une inconnue fait sortir Alice',
  'A nick that forges a line of the log': 'Un pseudonyme qui forge une ligne du journal',

  "asks for the key of the epoch in Bob's name": 'demande la clé de l’époque au nom de Bob',
  'announces an epoch of its own to Bob': 'annonce à Bob une époque de son cru',
  'looks for the secret in every way that she knows':
    'cherche le secret de toutes les façons qu’elle connaît',
  'XORs every two messages, and lines up the counters of all of them':
    'combine par XOR les messages deux à deux, et aligne les compteurs de tous',
  'sorts the sizes into two heaps': 'range les tailles en deux tas',
  'looks for the names in every way that she knows': 'cherche les noms de toutes les façons qu’elle connaît',
  'reads the headers of the frames': 'lit les en-têtes des trames',
  "changes Alice's first message on its way to Bob": 'modifie le premier message d’Alice en route vers Bob',
  "changes Alice's middle message on its way to Bob":
    'modifie le message du milieu d’Alice en route vers Bob',
  "changes Alice's last message on its way to Bob": 'modifie le dernier message d’Alice en route vers Bob',
  "changes Bob's last message": 'modifie le dernier message de Bob',
  'flips a bit of what is on its way to Bob': 'inverse un bit de ce qui est en route vers Bob',
  "swallows three messages of Alice's in a row": 'fait disparaître trois messages d’Alice de suite',
  "swallows Alice's middle message": 'fait disparaître le message du milieu d’Alice',
  "swallows Alice's middle message on its way to Bob":
    'fait disparaître le message du milieu d’Alice en route vers Bob',
  "swallows Alice's last message on its way to the others":
    'fait disparaître le dernier message d’Alice en route vers les autres',
  "swallows Alice's last message, her own echo too":
    'fait disparaître le dernier message d’Alice, jusqu’à son propre écho',
  'forwards Bob nothing but heartbeats of its own making, and tells the others that he has left':
    'ne transmet plus à Bob que des signes de vie de sa fabrication, et dit aux autres qu’il est parti',
  "hides Alice from the others from Alice's last message on":
    'cache Alice aux autres à partir du dernier message d’Alice',
  "forwards Bob nothing any more from Alice's middle message on":
    'ne transmet plus rien à Bob à partir du message du milieu d’Alice',
  "shows Alice's middle message before her first one":
    'montre le message du milieu d’Alice avant son premier',
  "shows Alice's last message before her middle one":
    'montre le dernier message d’Alice avant celui du milieu',
  "shows Alice's last message before her middle one, each under the number of the other":
    'montre le dernier message d’Alice avant celui du milieu, chacun sous le numéro de l’autre',
  "shows Bob's answer before what it answers": 'montre la réponse de Bob avant ce à quoi elle répond',
  "keeps Alice's middle message from Carol": 'cache à Carol le message du milieu d’Alice',
  "keeps Bob's last word from Carol while Alice goes on":
    'cache à Carol le dernier mot de Bob tandis qu’Alice continue',
  'shows Carol Bob’s message before Alice’s, and the others Alice’s first':
    'montre à Carol le message de Bob avant celui d’Alice, et aux autres celui d’Alice d’abord',
  "answers Carol's join with a key of its own as Alice's":
    'répond à l’entrée de Carol par une clé à lui, donnée pour celle d’Alice',
  "announces a key of its own to Bob as Alice's": 'annonce à Bob une clé à lui, donnée pour celle d’Alice',
  'tells Carol a salt of its own when she joins': 'donne à Carol un sel à lui quand elle entre',
  "shows Alice's last message in another room, as her first there":
    'montre le dernier message d’Alice dans un autre salon, comme son premier là-bas',
  "delivers Alice's last message twice, with copies under other numbers and names":
    'remet deux fois le dernier message d’Alice, avec des copies sous d’autres numéros et d’autres noms',
  "holds all from Alice's first message on, 25 s longer with each of hers":
    'retient tout à partir du premier message d’Alice, 25 s de plus à chacun des siens',
  "holds all from Alice's last message on for 45 s and sets its clear time to then":
    'retient tout pendant 45 s à partir du dernier message d’Alice et en avance d’autant l’heure en clair',
  "holds all from Alice's last message on for 45 s and sets the time in its token to then":
    'retient tout pendant 45 s à partir du dernier message d’Alice et avance d’autant l’heure de son jeton',
  "changes the end of Alice's last message and of a long one after it":
    'change la fin du dernier message d’Alice et d’un long message qui le suit',
  "sends Alice's last message again, after 66 s too":
    'renvoie le dernier message d’Alice, et encore après 66 s',
  "sends Alice's last message again, after 25 s too":
    'renvoie le dernier message d’Alice, et encore après 25 s',
  "sends Alice's last message again, after 31 s, 65 s and 105 s too":
    'renvoie le dernier message d’Alice, et encore après 31 s, 65 s et 105 s',
  "sends Alice's first message again, after 260 more of hers, and one of those":
    'renvoie le premier message d’Alice, après 260 autres d’elle, et l’un de ceux-ci',
  "sends Alice's last message again under other numbers and with every clear time set to now":
    'renvoie le dernier message d’Alice sous d’autres numéros et avec toute heure en clair mise à l’instant présent',
  "sends Alice's last message again with every clear time set to now":
    'renvoie le dernier message d’Alice avec toute heure en clair mise à l’instant présent',
  "sends Alice's last message again, hours, days and weeks later":
    'renvoie le dernier message d’Alice des heures, des jours et des semaines plus tard',
  "sends Alice's last message again, whose clock is 120 s ahead":
    'renvoie le dernier message d’Alice, dont l’horloge avance de 120 s',
  "sends Alice's last message again with the time in its token set to now":
    'renvoie le dernier message d’Alice avec l’heure de son jeton mise à l’instant présent',
  "sends all of Alice's messages again": 'renvoie tous les messages d’Alice',
  "sends all of Alice's messages again, to Bob who has left and come back":
    'renvoie tous les messages d’Alice, à Bob qui est sorti puis revenu',
  "sends all of Alice's messages again, and eleven more that came last":
    'renvoie tous les messages d’Alice, et onze autres, venus en dernier',
  'sends all that was said again': 'renvoie tout ce qui a été dit',
  "seals a message as Alice's and sends it under her nick":
    'scelle un message comme étant d’Alice et l’envoie sous son pseudonyme',
  "seals a message as her own and sends it under Alice's nick":
    'scelle un message comme le sien et l’envoie sous le pseudonyme d’Alice',
  "joins under Alice's nick once Alice has gone to another room, and writes there":
    'entre sous le pseudonyme d’Alice une fois Alice passée dans un autre salon, et y écrit',
  'seals words of her own as Alice’s message 1 000 000':
    'scelle des mots à elle comme le message 1 000 000 d’Alice',
  'seals words of her own, and Alice’s own signed ones, as messages that are twenty ahead':
    'scelle des mots à elle, et ceux qu’Alice a signés, comme des messages vingt numéros plus loin',
  'puts Alice’s own signed words under the number 1 000 000':
    'met les mots signés par Alice elle-même sous le numéro 1 000 000',
  'seals words of her own as Alice’s message 2^53 − 1, the last that counts':
    'scelle des mots à elle comme le message 2^53 − 1 d’Alice, le dernier qui compte',
  'tells Carol another text than Bob before anybody has spoken':
    'dit à Carol un autre texte qu’à Bob avant que personne n’ait parlé',
  'tells Carol another text than Bob when all have spoken':
    'dit à Carol un autre texte qu’à Bob quand tous ont parlé',
  'tells Carol another text than Bob, of the same checksum':
    'donne à Carol un autre texte qu’à Bob, de même somme de contrôle',
  'tells Carol another text than Bob, and changes nothing but the words':
    'dit à Carol un autre texte qu’à Bob, et ne change que les mots',
  'sends code in a member that the format does not have':
    'envoie du code dans un membre que le format n’a pas',
  'sends code in the place of a nick': 'envoie du code à la place d’un pseudonyme',
  'sends code deep inside a member, in an array': 'envoie du code au fond d’un membre, dans un tableau',
  'sends code behind a marker spelt with JSON escapes':
    'envoie du code derrière un marqueur écrit en échappements JSON',
  'sends code of which every character is a JSON escape':
    'envoie du code dont chaque caractère est un échappement JSON',
  'sends code that names nothing suspicious': 'envoie du code qui ne nomme rien de suspect',
  'sends code in the place of each field of the format in turn':
    'envoie du code à la place de chaque champ du format, l’un après l’autre',
  'sends a message whose very words are code, and one with code in a member beside its text':
    'envoie un message dont les mots mêmes sont du code, et un autre avec du code dans un membre à côté de son texte',
  'sends code without the word function': 'envoie du code sans le mot function',
  'sends the same frame with 20 KiB of code twice': 'envoie deux fois la même trame avec 20 Kio de code',
  'sends code in a request to leave': 'envoie du code dans une demande de sortie',
  'sends code in a message, a join, a control frame and one of no known type':
    'envoie du code dans un message, une entrée, une trame de contrôle et une d’un type inconnu',
  "puts the first digit of a message's number behind Alice's name":
    'met le premier chiffre du numéro d’un message derrière le nom d’Alice',
  "puts names that are almost alice over copies of Alice's message":
    'met des noms qui sont presque alice sur des copies du message d’Alice',
  'joins with a room that holds the rarer breaks and a forged line':
    'entre avec un salon qui contient les sauts plus rares et une ligne forgée',
  'joins with a nick that holds a line feed in three encodings and a forged line':
    'entre avec un pseudonyme qui contient un saut de ligne en trois codages et une ligne forgée',
  'joins with a nick that holds a line feed far behind and a forged line':
    'entre avec un pseudonyme qui contient bien plus loin un saut de ligne et une ligne forgée',
  'sends the same options with a member __proto__ twice':
    'envoie deux fois les mêmes options avec un membre __proto__',
  'sends a message with code behind a marker spelt with JSON escapes':
    'envoie un message avec du code derrière un marqueur écrit en échappements JSON',
  "plants code in Alice's first message, its marker spelt with JSON escapes":
    'glisse du code dans le premier message d’Alice, le marqueur écrit en échappements JSON',
  'joins with a nick that holds a line feed and a forged line, says something, and leaves':
    'entre avec un pseudonyme qui contient un saut de ligne et une ligne forgée, dit quelque chose et sort',
  'joins twice with a nick that holds a line feed and a forged line':
    'entre deux fois avec un pseudonyme qui contient un saut de ligne et une ligne forgée',
  'sends a message with code in a member beside its text':
    'envoie un message avec du code dans un membre à côté de son texte',
  'sends options with a member __proto__': 'envoie des options avec un membre __proto__',
  'sends options that go through constructor.prototype':
    'envoie des options qui passent par constructor.prototype',
  'sends options with __proto__ spelt with JSON escapes':
    'envoie des options où __proto__ est écrit en échappements JSON',
  'sends options with a member __proto__ five levels down':
    'envoie des options avec un membre __proto__ cinq niveaux plus bas',
  'sends options with a member __proto__ in an array':
    'envoie des options avec un membre __proto__ dans un tableau',
  'sends options with a member __proto__ one level down':
    'envoie des options avec un membre __proto__ un niveau plus bas',
  'shows Alice a message in her own name that she never wrote':
    'montre à Alice un message à son propre nom qu’elle n’a jamais écrit',
  'joins the room under a nick of her own, another room as alice, and sends leave for alice in this one':
    'entre dans le salon sous un pseudonyme à elle, dans un autre comme alice, et envoie leave pour alice dans celui-ci',
  'forwards Bob, who had left and come back, nothing but heartbeats of earlier, and the others his good-bye again':
    'ne transmet à Bob, qui était parti et revenu, que des signes de vie d’avant, et de nouveau aux autres son adieu',
  'tells Dave, who comes, of nobody, and forwards him nothing but his own':
    'n’annonce personne à Dave, qui arrive, et ne lui transmet que ce qu’il dit lui-même',
  "swallows Alice's last message on its way to Bob, who has started anew and whom nobody hears until then":
    'fait disparaître le dernier message d’Alice en route vers Bob, qui a redémarré et que nul n’entend jusque-là',
  'swaps for Carol what Alice and Bob say at the same time':
    'échange pour Carol ce qu’Alice et Bob disent en même temps',
  'sends objects nested 26000 deep': 'envoie des objets emboîtés 26 000 fois',
  'sends options that go through constructor.prototype one level down':
    'envoie des options qui passent par constructor.prototype un niveau plus bas',
  'sends options with constructor spelt with JSON escapes':
    'envoie des options avec constructor écrit en échappements JSON',
  'sends code behind 1000 members and 100 KiB of ballast':
    'envoie du code derrière 1000 membres et 100 Kio de lest',
  'swallows what Alice says last before she leaves, on its way to the others':
    'avale la dernière chose que dit Alice avant de partir, en route vers les autres',
  'sends arrays nested 25000 deep, with blanks between them, behind a quotation mark in a string':
    'envoie des tableaux emboîtés 25 000 fois, avec des espaces entre eux, derrière un guillemet dans une chaîne',
  'sends arrays nested 50000 deep': 'envoie des tableaux emboîtés 50 000 fois',
  'sends a function that allocates until nothing is left':
    'envoie une fonction qui réserve de la mémoire jusqu’à ce qu’il n’en reste plus',
  'tries eight likely passwords on every message in the log':
    'essaie huit mots de passe probables sur chaque message du journal',
  'sends a member mutated blocks and watches the answers':
    'envoie à un membre des blocs modifiés et observe les réponses',
  'copies Bob’s device when Carol has left and the keys, if they ever change, have changed':
    'copie l’appareil de Bob quand Carol est partie et que les clés, si elles changent jamais, ont changé',
  'copies Bob’s device as soon as the talk is over':
    'copie l’appareil de Bob dès que la conversation est finie',
  'leaves the room, keeps her connection and her keys, and reads on':
    'quitte le salon, garde sa connexion et ses clés, et continue de lire',
  'leaves the room, comes back, leaves it once more at once, and reads on':
    'quitte le salon, y revient, le quitte de nouveau aussitôt, et continue de lire',
  'copies Bob’s device before anything is said, and from then on only listens':
    'copie l’appareil de Bob avant que rien ne soit dit, et dès lors ne fait qu’écouter',
  'joins one room under 60 nicks': 'entre dans un salon sous 60 pseudonymes',
  'joins 60 rooms under one nick': 'entre dans 60 salons sous un pseudonyme',
  'joins 60 rooms under as many nicks': 'entre dans 60 salons sous autant de pseudonymes',
  'hangs up without leaving, as fast as it can': 'raccroche sans sortir, aussi vite que possible',
  'stays connected, reads nothing and answers nothing': 'reste connectée, ne lit rien et ne répond rien',
  'asks for the rooms again and again, one of which has a long name, and reads no answer':
    'demande encore et encore la liste des salons, dont l’un porte un très long nom, et ne lit aucune réponse',
  'stops reading while another connection of hers talks':
    'cesse de lire pendant qu’une autre de ses connexions parle',
  'sends one request with half a mebibyte of ballast': 'envoie une requête lestée d’un demi-mébioctet',
  'sends half a mebibyte of one letter, compressed where the relay agreed':
    'envoie un demi-mébioctet d’une seule lettre, compressé si le relais l’a accepté',
  'joins the room as alice': 'entre dans le salon sous le nom alice',
  'joins the room as alice with a signature of no length':
    'entre dans le salon sous le nom alice avec une signature vide',
  'joins the room as alice with a signature that she made up':
    'entre dans le salon sous le nom alice avec une signature inventée',
  'joins the room under a nick of her own and sends leave for alice':
    'entre dans le salon sous un pseudonyme à elle et annonce le départ d’alice',
  'joins the room under nicks that are almost alice, each on a connection of its own, and sends leave for alice from all of them':
    'entre dans le salon sous des pseudonymes qui sont presque alice, chacun sur sa propre connexion, et annonce depuis toutes le départ d’alice',
  "delivers Alice's last message twice to all alike, herself too":
    'remet deux fois le dernier message d’Alice, à tous pareillement, elle comprise',
  "swallows Alice's middle message, her own echo too, and all heartbeats after it":
    'fait disparaître le message du milieu d’Alice, jusqu’à son propre écho, et tous les signes de vie qui suivent',
  "swallows Alice's last message on its way to the others, and all heartbeats after it":
    'fait disparaître le dernier message d’Alice en route vers les autres, et tous les signes de vie qui suivent',
  "shows Alice's last message before her middle one, to all alike, herself too":
    'montre le dernier message d’Alice avant celui du milieu, à tous pareillement, elle comprise',
  'keeps from Carol the first of what Alice and Bob say at the same time, and all heartbeats from everybody':
    'cache à Carol le premier de ce qu’Alice et Bob disent en même temps, et à tous les signes de vie',
  'swaps for Carol what Alice and Bob say at the same time, and lets no heartbeat pass after it':
    'échange pour Carol ce qu’Alice et Bob disent en même temps, et ne laisse plus passer de signe de vie',
  'tells all, who start anew, of nobody, and forwards them nothing but their own':
    'n’annonce personne à aucun d’eux, qui redémarrent tous, et ne leur transmet que ce qu’ils disent eux-mêmes',
  'tells Carol another text than Bob, talks on until nobody remembers, and lets nobody answer meanwhile':
    'dit à Carol un autre texte qu’à Bob, continue de parler jusqu’à ce que nul ne s’en souvienne, et ne laisse personne répondre entre-temps',
  'tells Carol another text than Bob, and talks on until nobody remembers':
    'dit à Carol un autre texte qu’à Bob, et continue de parler jusqu’à ce que nul ne s’en souvienne',
  'tells Carol another text than Bob when all have spoken, and lets no heartbeat pass after it':
    'dit à Carol un autre texte qu’à Bob quand tous ont parlé, et ne laisse plus passer de signe de vie',
};

/** What may stand in a place of a sentence. */
export const PLACES_FR: Readonly<Record<string, string>> = {
  "Alice's first message": 'le premier message d’Alice',
  "Alice's middle message": 'le message du milieu d’Alice',
  "Alice's last message": 'le dernier message d’Alice',
  'after her first one': 'après son premier',
  'after her middle one': 'après celui du milieu',
  'after her last one': 'après son dernier',
  keep: 'gardé',
  stripped: 'ôté',
  checksum: 'somme de contrôle',
  empty: 'vide',
  zero: 'nul',
  extend: 'prolongé',
  blank: 'blanc',
  tried: 'essayé',
  swept: 'balayé',
  selected: 'choisi',
  'own-keys': 'calculé avec des clés à elle',
  escapes: 'échappements',
  'key-order': 'ordre des clés',
  blanks: 'espaces',
  number: 'écriture des nombres',
  base64: 'base64',
  'hex-case': 'casse hexadécimale',
  cyrillic: 'cyrillique',
  ascii: 'ASCII',
  invisible: 'caractère invisible',
  dotless: 'i sans point',
  nick: 'pseudonyme',
  room: 'salon',
  'line feed': 'saut de ligne',
  'vertical tab': 'tabulation verticale',
  'form feed': 'saut de page',
  'carriage return': 'retour chariot',
  'next line': 'caractère NEL',
  'line separator': 'séparateur de lignes',
  'of her own making': 'de sa fabrication',
  'in her own name': 'à son propre nom',
};

/** Tactics and deeds with places. What stands last and takes most comes first. */
export const DEEDS_FR: readonly Pattern[] = [
  ['{does} (tag: {tag})', '{does} (code d’authentification : {tag})'],
  [
    '{does} answering as the relay with a certificate {made}',
    '{does} en répondant comme le relais avec un certificat {made}',
  ],
  [
    "sends Alice's “{words}” again, {seconds} s later, from a connection of her own",
    'renvoie « {words} » d’Alice, {seconds} s plus tard, depuis une connexion à elle',
  ],
  [
    '{does}, {seconds} s later, from a connection of her own',
    '{does}, {seconds} s plus tard, depuis une connexion à elle',
  ],
  [
    "sends Alice's “{words}” again, spelt otherwise ({how})",
    'renvoie « {words} » d’Alice, écrit autrement ({how})',
  ],
  [
    "sends Alice's messages again, spelt otherwise ({how})",
    'renvoie les messages d’Alice, écrits autrement ({how})',
  ],
  ['{does}, from one connection', '{does}, depuis une seule connexion'],
  ['{does} to the relay', '{does} au relais'],
  ["{does} to Bob's program", '{does} au programme de Bob'],
  ['{does}: {count} times {size} KiB', '{does} : {count} fois {size} Kio'],
  [
    'reads {count} messages off {bytes} bytes of TCP and {does}',
    'lit {count} messages dans {bytes} octets de TCP et {does}',
  ],
  [
    "reads the debug log of Bob's program ({count} characters) and {does}",
    'lit le journal de débogage du programme de Bob ({count} caractères) et {does}',
  ],
  ['connects and joins no room', 'se connecte et n’entre dans aucun salon'],
  ['has received {count} frames and {does}', 'a reçu {count} trames et {does}'],
  ['finds the secret as it stands', 'trouve le secret tel quel'],
  ['undoes the encodings and finds the secret', 'défait les codages et trouve le secret'],
  ['opens the message with keys of her own', 'ouvre le message avec des clés à elle'],
  [
    'opens the message with a key that crossed beside it',
    'ouvre le message avec une clé qui est passée à côté de lui',
  ],
  [
    'XORs the message with one whose words she knows',
    'combine par XOR le message et un autre dont elle connaît les mots',
  ],
  [
    "reads the relay's log ({count} characters) and {does}",
    'lit le journal du relais ({count} caractères) et {does}',
  ],
  [
    "reads {count} lines about messages in the relay's log and {does}",
    'lit {count} lignes sur des messages dans le journal du relais et {does}',
  ],
  ["reads the relay's log and {does}", 'lit le journal du relais et {does}'],
  [
    'finds {count} messages in {bytes} bytes of TCP and {does}',
    'trouve {count} messages dans {bytes} octets de TCP et {does}',
  ],
  ['reads the sizes of {count} messages and {does}', 'lit les tailles de {count} messages et {does}'],
  ['has stored {count} deliveries and {does}', 'a conservé {count} remises et {does}'],
  [
    'joins from {count} connections, {batch} at a time, and {does}',
    'entre depuis {count} connexions, {batch} à la fois, et {does}',
  ],
  [
    'answers Bob as the relay with a certificate {made}',
    'répond à Bob comme le relais avec un certificat {made}',
  ],
  ['makes “{words}” read “{wanted}” on the wire', 'change « {words} » en « {wanted} » sur le réseau'],
  [
    'makes “{words}” read “{wanted}” on its way to {to}',
    'change « {words} » en « {wanted} » en route vers {to}',
  ],
  ['flips a bit of a record on its way to Bob', 'inverse un bit d’un enregistrement en route vers Bob'],
  [
    'appends “{wanted}” to “{words}” and goes on hashing from its tag',
    'ajoute « {wanted} » à « {words} » et poursuit le hachage depuis son code d’authentification',
  ],
  ['has asked {victim} about {count} mutated blocks', 'a interrogé {victim} sur {count} blocs modifiés'],
  [
    'holds all deliveries to {to} for {seconds} s from “{words}” on',
    'retient toutes les remises à {to} pendant {seconds} s à partir de « {words} »',
  ],
  [
    'shows {to} nothing of message {number} of {author}',
    'ne montre rien à {to} du message {number} de {author}',
  ],
  [
    'passes “{wanted}” on to {to} in clear, in the place of “{words}”',
    'transmet en clair « {wanted} » à {to}, à la place de « {words} »',
  ],
  ['does not deliver “{words}” to {to}', 'ne remet pas « {words} » à {to}'],
  ["tells {to} a key of its own as Alice's", 'donne à {to} une clé à lui pour celle d’Alice'],
  [
    "sends {to} “{words}” as Alice's, signed with its own key",
    'envoie à {to} « {words} » comme venant d’Alice, signé de sa propre clé',
  ],
  ["returns “{words}” to Alice under Bob's name", 'renvoie « {words} » à Alice sous le nom de Bob'],
  [
    'holds “{words}” back from {to} until Bob has spoken',
    'retient « {words} » destiné à {to} jusqu’à ce que Bob ait parlé',
  ],
  ['holds “{words}” back from {to}', 'retient « {words} » destiné à {to}'],
  [
    'holds back from {to} what was said first, until the second has come',
    'retient ce qui a été dit en premier et était destiné à {to}, jusqu’à ce que le second soit arrivé',
  ],
  ['tells Carol a salt of its own', 'donne à Carol un sel à lui'],
  [
    'changes the end of a long message on its way to {to}',
    'change la fin d’un long message en route vers {to}',
  ],
  ['delivers “{words}” to {to} twice', 'remet deux fois « {words} » à {to}'],
  [
    'shows carol “{wanted}” where the others read “{words}”',
    'montre à carol « {wanted} » là où les autres lisent « {words} »',
  ],
  ['shows {to} “{words}” in {room}', 'montre à {to} « {words} » dans {room}'],
  ['flips one bit of “{words}” on its way to {to}', 'inverse un bit de « {words} » en route vers {to}'],
  ['cuts {to} off from “{words}” on', 'coupe {to} des autres à partir de « {words} »'],
  ['tells {to} of nobody', 'n’annonce personne à {to}'],
  [
    'lets nobody hear of {to} until “{words}” was shown to the others alone',
    'ne laisse personne entendre {to} avant que « {words} » ait été montré aux autres seulement',
  ],
  ['forwards nothing any more from “{words}” on', 'ne transmet plus rien à partir de « {words} »'],
  [
    "puts {name} over {author}'s message {number} on its way to {to}",
    'met {name} sur le message {number} de {author} en route vers {to}',
  ],
  [
    "puts {nick}'s name over Alice's “{words}” on its way to {to}",
    'met le nom de {nick} sur « {words} » d’Alice en route vers {to}',
  ],
  ["sends {to} “{words}” as Alice's", 'envoie à {to} « {words} » comme venant d’Alice'],
  [
    'says “{words}” in a message of her own that also holds code',
    'dit « {words} » dans un message à elle qui contient aussi du code',
  ],
  [
    "turns Alice's “{words}” into a message that holds code",
    'change « {words} » d’Alice en un message qui contient du code',
  ],
  ["writes Alice's “{words}” into {room}", 'écrit « {words} » d’Alice dans {room}'],
  ["writes “{words}” under Alice's nick", 'écrit « {words} » sous le pseudonyme d’Alice'],
  ['writes “{words}” under the nick {nick} ({how})', 'écrit « {words} » sous le pseudonyme {nick} ({how})'],
  ['seals “{one}” and “{other}” as one message', 'scelle « {one} » et « {other} » comme un seul message'],
  ['changes the words of {message}', 'change les mots de {message}'],
  ['changes the start of {message}', 'change le début de {message}'],
  ['changes the middle of {message}', 'change le milieu de {message}'],
  ['changes the end of {message}', 'change la fin de {message}'],
  ['makes a capital of a letter of {message}', 'met une majuscule à une lettre de {message}'],
  ['swaps two letters of {message}', 'échange deux lettres de {message}'],
  ['changes a space or mark of {message}', 'change une espace ou un signe de {message}'],
  [
    'puts a no-break space into the words of {message}',
    'met une espace insécable dans les mots de {message}',
  ],
  ['puts a space behind the words of {message}', 'met une espace derrière les mots de {message}'],
  ['puts a second line under the words of {message}', 'met une seconde ligne sous les mots de {message}'],
  [
    'puts a NUL and more words behind the words of {message}',
    'met un NUL et d’autres mots derrière les mots de {message}',
  ],
  [
    'puts a letter of another alphabet into the words of {message}',
    'met une lettre d’un autre alphabet dans les mots de {message}',
  ],
  [
    'puts a character that is not displayed into the words of {message}',
    'met un caractère invisible dans les mots de {message}',
  ],
  ['swaps two blocks of 16 bytes of {message}', 'échange deux blocs de 16 octets de {message}'],
  [
    'puts markup, blanks, signs that do not show and more such things into the words of {message}',
    'met des balises, des espaces, des signes invisibles et d’autres choses de ce genre dans les mots de {message}',
  ],
  ['puts an accent on a letter of {message}', 'met un accent sur une lettre de {message}'],
  [
    'puts a letter that looks alike into the words of {message}',
    'met une lettre qui ressemble à une autre dans les mots de {message}',
  ],
  [
    'makes a capital of the second letter of two of {message}',
    'met une majuscule à la seconde de deux lettres de {message}',
  ],
  [
    'changes the case of letters, keeping the CRC-32, of {message}',
    'change la casse de lettres, en gardant le CRC-32, de {message}',
  ],
  [
    'changes two letters, keeping a hash by 31, of {message}',
    'change deux lettres, en gardant un hachage par 31, de {message}',
  ],
  [
    'changes two letters, keeping a hash by 33, of {message}',
    'change deux lettres, en gardant un hachage par 33, de {message}',
  ],
  [
    'changes three letters, keeping their Adler-32, of {message}',
    'change trois lettres, en gardant leur Adler-32, de {message}',
  ],
  [
    'puts a second text behind the first of {message}',
    'met un second texte derrière le premier de {message}',
  ],
  ['takes away the words of {message}', 'ôte les mots de {message}'],
  ['flips a bit of the amount in {message}', 'inverse un bit du montant dans {message}'],
  ["adds a message in Alice's name {where}", 'ajoute un message au nom d’Alice {where}'],
  ['swaps the nick over {message}', 'échange le pseudonyme sur {message}'],
  ['shows {message} in another room', 'montre {message} dans un autre salon'],
  ['returns {message} to her', 'renvoie {message} à son auteure'],
  ['delivers {message} twice', 'remet deux fois {message}'],
  ['holds all from {message} on for 45 s', 'retient tout pendant 45 s à partir de {message}'],
  ['forwards nothing any more from {message} on', 'ne transmet plus rien à partir de {message}'],
  ['shows Carol another text in {message}', 'montre à Carol un autre texte dans {message}'],
  ['passes {message} on in clear, altered', 'transmet {message} en clair, modifié'],
  ['sends {message} again', 'renvoie {message}'],
  [
    'seals {message} for another room, keeping the signature',
    'scelle {message} pour un autre salon, en gardant la signature',
  ],
  [
    'seals {message} for another room, keeping the words',
    'scelle {message} pour un autre salon, en gardant les mots',
  ],
  [
    "joins and writes under a nick that looks like Alice's ({how})",
    'entre et écrit sous un pseudonyme qui ressemble à celui d’Alice ({how})',
  ],
  [
    "writes under a nick that looks like Alice's ({how})",
    'écrit sous un pseudonyme qui ressemble à celui d’Alice ({how})',
  ],
  ['plants code in {message}', 'glisse du code dans {message}'],
  ['extends {message}, for every length of the key', 'prolonge {message}, pour chaque longueur de la clé'],
  [
    'joins with a {field} that holds a {ending} and a forged line',
    'entre avec un {field} qui contient un {ending} et une ligne forgée',
  ],
];
