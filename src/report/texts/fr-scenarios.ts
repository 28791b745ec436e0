/** Titles, stories and lessons of scenarios. */
export const SCENARIOS_FR: Readonly<Record<string, string>> = {
  'The log sniffer': 'Le lecteur de journaux',
  'Bob writes a door code to his friends. It passes a relay that logs what it relays, on a wire that others share, to programs that keep logs of their own. Somebody reads along.':
    'Bob écrit un code de porte à ses amis. Le code passe par un relais qui journalise ce qu’il relaie, sur un réseau que d’autres partagent, vers des programmes qui tiennent leurs propres journaux. Quelqu’un lit tout cela.',
  'What is sealed by the peers stays sealed on the way, in the log and with strangers. MACs and signatures hide nothing. And no protection on the way reaches the log that the receiving program writes after opening.':
    'Ce que les membres scellent reste scellé en chemin, dans le journal et chez les inconnus. Ni les codes d’authentification ni les signatures ne cachent quoi que ce soit. Et aucune protection en chemin n’atteint le journal que le programme destinataire écrit après avoir ouvert.',
  'The man in the middle': 'L’homme du milieu',
  'The relay is honest today. Somebody stands between it and Bob, in the café’s router or on the cable, and every byte of his connection passes through her hands.':
    'Aujourd’hui le relais est honnête. Quelqu’un se tient entre lui et Bob, dans le routeur du café ou sur le câble, et chaque octet de sa connexion passe entre ses mains.',
  'Encrypted to somebody is not encrypted to the right one: TLS protects the way where the certificate is checked, its chain and its name. What is sealed from member to member needs no honest way at all.':
    'Chiffrer pour quelqu’un n’est pas chiffrer pour la bonne personne : TLS protège le chemin là où le certificat est contrôlé, sa chaîne et son nom. Ce qui est scellé de membre à membre n’a besoin d’aucun chemin honnête.',
  'The rogue server': 'Le serveur malveillant',
  'Every frame crosses the server, and the server is not on your side. It holds no key and no password; it carries, and what it carries it can keep, change, invent, hold back and repeat.':
    'Chaque trame traverse le serveur, et le serveur n’est pas de votre côté. Il ne détient ni clé ni mot de passe ; il transporte, et ce qu’il transporte, il peut le garder, le modifier, l’inventer, le retenir et le répéter.',
  'Encryption hides and does not protect: what keeps a server honest is a check over everything that is shown, the author and the room among it. Copies, order, delay and loss need a memory, not a better cipher.':
    'Le chiffrement cache et ne protège pas : ce qui oblige un serveur à l’honnêteté, c’est un contrôle de tout ce qui est affiché, l’auteur et le salon compris. Contre les copies, le désordre, le retard et la perte, il faut une mémoire, et non un meilleur chiffrement.',
  'The replay': 'Le rejeu',
  "A stranger without any key listens to the room, keeps Alice's payment, and sends it again: at once, ten seconds later, forty-five seconds later. Every bit of it is Alice's.":
    'Une inconnue sans aucune clé écoute le salon, garde le paiement d’Alice et le renvoie : aussitôt, dix secondes plus tard, quarante-cinq secondes plus tard. Chaque bit en est d’Alice.',
  'Genuine is not the same as new. A TTL bounds how long a copy works and pays for it with honest messages that were slow; only a memory of what was taken tells a copy from the original.':
    'Authentique ne veut pas dire nouveau. Une durée de vie borne le temps pendant lequel une copie sert, et le paie en messages honnêtes arrivés trop lentement ; seule une mémoire de ce qui a été reçu distingue la copie de l’original.',
  'The insider': 'La complice',
  'Mallory is a member. She knows the group password and has a key of her own, like everybody. Alice is quiet today; Mallory writes for her.':
    'Mallory est membre. Elle connaît le mot de passe du groupe et a sa propre clé, comme tout le monde. Alice se tait aujourd’hui ; Mallory écrit à sa place.',
  'A shared key proves that a member wrote, not which one. An HMAC is no signature: whoever can check it can make it.':
    'Une clé partagée prouve qu’un membre a écrit, non lequel. Un HMAC n’est pas une signature : quiconque peut le contrôler peut le fabriquer.',
  'The malicious payload': 'La charge malveillante',
  'The programs decode what they receive with a codec that revives functions, as pickle revives objects. A frame that holds code is run by whoever decodes it, before anybody has checked anything.':
    'Les programmes décodent ce qu’ils reçoivent avec un codec qui ressuscite des fonctions, comme pickle ressuscite des objets. Une trame qui contient du code est exécutée par quiconque la décode, avant que personne n’ait rien contrôlé.',
  'Decoding comes before decrypting and verifying, so no cryptography on the body protects the decoder of the frame. Data formats that can only say data do.':
    'Le décodage précède le déchiffrement et la vérification : aucune cryptographie sur le corps ne protège donc le décodeur de la trame. Des formats qui ne savent dire que des données, si.',
  'The guessable password': 'Le mot de passe devinable',
  'The members agreed on a password as people do. Everything is derived from it, with care or without, and everything sealed lies in the log. Mallory has the log, a list of likely passwords, and all night.':
    'Les membres ont convenu d’un mot de passe, comme on le fait. Tout en est dérivé, avec soin ou sans soin, et tout ce qui est scellé se trouve dans le journal. Mallory a le journal, une liste de mots de passe probables, et toute la nuit.',
  'A salt forbids tables and stretching costs time; neither saves a password that is on the list. Keys that nobody thought up, one for each person, do.':
    'Un sel interdit les tables et l’étirement coûte du temps ; ni l’un ni l’autre ne sauve un mot de passe qui est sur la liste. Des clés que personne n’a inventées, une par personne, si.',
  'The careless cipher': 'Le chiffrement négligent',
  'The members took good primitives and put them together by hand: a constant IV, a checksum with the key in front, a program that answers which padding was wrong. Mallory breaks no cipher; she uses the joints.':
    'Les membres ont pris de bonnes primitives et les ont assemblées à la main : un vecteur d’initialisation constant, une somme de contrôle avec la clé devant, un programme qui répond quel bourrage était faux. Mallory ne casse aucun chiffrement ; elle passe par les jointures.',
  'A cipher needs a fresh nonce, a MAC needs a construction that was proved, and whatever is decrypted must have been authenticated before. Fernet and HMAC are these three lessons as one call.':
    'Un chiffrement exige un nonce neuf, un code d’authentification exige une construction prouvée, et tout ce qu’on déchiffre doit avoir été authentifié auparavant. Fernet et HMAC sont ces trois leçons en un seul appel.',
  'The stolen state': 'L’état volé',
  'This time Mallory has the keys: she copied a device, or she was a member herself. The question is no longer whether the lock is good, but what a key that is lost opens: what was said before, what will be said after, and for how long.':
    'Cette fois Mallory a les clés : elle a copié un appareil, ou elle a été membre elle-même. La question n’est plus de savoir si la serrure est bonne, mais ce qu’ouvre une clé perdue : ce qui a été dit avant, ce qui sera dit après, et pendant combien de temps.',
  'A key that never changes makes one theft a theft for ever. Keys that are drawn anew and deleted bound it on both sides; how finely, is the price of a ratchet.':
    'Une clé qui ne change jamais fait d’un vol un vol pour toujours. Des clés tirées à nouveau et effacées le bornent des deux côtés ; à quelle finesse, c’est le prix d’un cliquet.',
  'The flood': 'La déferlante',
  'Nobody reads anybody’s words today. A stranger asks the relay for more than it has: more sessions, more memory for one message, more patience with a reader who does not read. Then Carol wants to come in.':
    'Personne ne lit les mots de personne aujourd’hui. Une inconnue demande au relais plus qu’il n’a : plus de sessions, plus de mémoire pour un message, plus de patience envers un lecteur qui ne lit pas. Puis Carol veut entrer.',
  'Whatever a stranger can make a server keep needs a bound: a number of sessions, of bytes, of seconds. Cryptography of the words bounds nothing, and a bound that comes after the memory is taken comes too late.':
    'Tout ce qu’une inconnue peut faire garder à un serveur demande une borne : un nombre de sessions, d’octets, de secondes. La cryptographie des mots ne borne rien, et une borne qui vient après que la mémoire est prise vient trop tard.',
  'The name and the place': 'Le nom et la place',
  'A nick is who you are here, and the relay keeps the list. Mallory does not want to read or to write anything: she takes a place that is Alice’s, or takes Alice out of hers, or writes into the relay’s book.':
    'Ici, un pseudonyme dit qui vous êtes, et le relais tient la liste. Mallory ne veut rien lire ni rien écrire : elle prend une place qui est celle d’Alice, ou en fait sortir Alice, ou écrit dans le registre du relais.',
  'A name in a frame is a claim. The relay can hold everybody to the connection that first made it; only a signature says whose name it was.':
    'Un nom dans une trame est une prétention. Le relais peut tenir chacun à la connexion qui l’a émise la première ; seule une signature dit de qui c’était le nom.',
};
