/** The lesson of the scenario key-theft. */
export const KEY_THEFT_FR: Readonly<Record<string, string>> = {
  'No lock is picked: Mallory has the key. Under none, fernet and tls all three attacks get through.':
    'Aucune serrure n’est forcée : Mallory a la clé. Sous none, fernet et tls, les trois attaques réussissent.',
  'limits stops ex-member because the relay withholds what is not for her. That is the relay’s good will, not a key.':
    'limits arrête ex-member parce que le relais retient ce qui n’est pas pour elle. C’est la bonne volonté du relais, et non une clé.',
  'Under full after-heal is defeated and archive is breached: a new key heals what comes, and within an epoch nothing protects what was said.':
    'Sous full, after-heal est repoussée et archive réussit : une clé nouvelle guérit la suite, et à l’intérieur d’une époque rien ne protège ce qui a été dit.',
  'What does Mallory hold in each of the three, since when, and what did she tape before?':
    'Que détient Mallory dans chacune des trois, depuis quand, et qu’a-t-elle enregistré auparavant ?',
  'Draw a line of time with three marks: the theft, the secret, a member who leaves.':
    'Tracez une ligne du temps avec trois repères : le vol, le secret, le départ d’un membre.',
  'archive tapes first and steals later. after-heal steals first and listens later. ex-member keeps what was once rightly hers.':
    'archive enregistre d’abord et vole ensuite. after-heal vole d’abord et écoute ensuite. ex-member garde ce qui fut à elle de plein droit.',
  'Under fernet one key sealed all of it, before and after: what is held once opens the whole line.':
    'Sous fernet, une seule clé a tout scellé, avant et après : ce qu’on détient une fois ouvre toute la ligne.',
  'Why does a good cipher not help, and what are the properties called?':
    'Pourquoi un bon chiffrement n’aide-t-il pas, et comment s’appellent les propriétés ?',
  'A cipher protects from whoever has no key.': 'Un chiffrement protège de qui n’a pas la clé.',
  'What was said before the theft is a matter of forward secrecy, what is said after it of post-compromise security.':
    'Ce qui a été dit avant le vol relève de la confidentialité persistante, ce qui est dit après lui de la sécurité après compromission.',
  'tls loses both here: the secrets of a live connection that never renews its keys open it from its first byte, and on.':
    'tls perd ici les deux : les secrets d’une connexion vivante qui ne renouvelle jamais ses clés l’ouvrent depuis son premier octet, et au-delà.',
  'What does full do when somebody leaves, and what stays open even so?':
    'Que fait full quand quelqu’un part, et que reste-t-il d’ouvert malgré tout ?',
  'Something new must come that the thief has not.': 'Il doit arriver du nouveau que la voleuse n’a pas.',
  'The leave is signed and starts an epoch: a fresh random key, wrapped for each member who stays, for a key pair made after the theft.':
    'Le départ est signé et ouvre une époque : une clé neuve et aléatoire, enveloppée pour chaque membre qui reste, à l’intention d’une paire de clés créée après le vol.',
  'archive stays open within an epoch, for its one key opens all that it sealed. Only a ratchet, which deletes a key after each message, would bound that.':
    'archive reste ouverte à l’intérieur d’une époque, car sa clé unique ouvre tout ce qu’elle a scellé. Seul un cliquet, qui efface une clé après chaque message, le bornerait.',
};
