/** The lesson of the scenario flood. */
export const FLOOD_FR: Readonly<Record<string, string>> = {
  'No word matters here. Read the numbers in the referee’s sentence: the sessions or bytes that the relay came to hold, and the bound that they went beyond.':
    'Aucun mot n’importe ici. Lisez les nombres dans la phrase de l’arbitre : les sessions ou les octets que le relais a fini par détenir, et la borne qu’ils ont dépassée.',
  'After each flood Carol wants to come in. A defense counts only where she is served.':
    'Après chaque déferlante, Carol veut entrer. Une défense ne compte que si elle est servie.',
  'codec stops oversize and compressed and not join: it bounds one frame, not how many of them come.':
    'codec arrête oversize et compressed, et non join : elle borne une trame, non le nombre de celles qui arrivent.',
  'What can one stranger make the relay keep?': 'Qu’une seule inconnue peut-elle faire garder au relais ?',
  'Go through what a relay has to remember: sessions, a message that is still arriving, messages that nobody has fetched yet.':
    'Passez en revue ce qu’un relais doit retenir : des sessions, un message encore en train d’arriver, des messages que personne n’a encore lus.',
  'join and leaked-sessions pile up sessions; oversize and compressed make one message huge; slow-reader stops reading.':
    'join et leaked-sessions entassent des sessions ; oversize et compressed rendent un message énorme ; slow-reader cesse de lire.',
  'compressed is small on the wire and half a mebibyte in the relay’s memory: what is counted must be counted after inflating.':
    'compressed est petite sur le réseau et occupe un demi-mébioctet dans la mémoire du relais : ce qui est compté doit l’être après décompression.',
  'Which property breaks, and why do fernet, signature and tls change nothing?':
    'Quelle propriété est rompue, et pourquoi fernet, signature et tls n’y changent-elles rien ?',
  'Does the relay have to open a body in order to be flooded?':
    'Le relais doit-il ouvrir un corps pour être submergé ?',
  'It is availability. The relay keeps sessions and bytes whatever the words in them are, or however they are sealed.':
    'C’est la disponibilité. Le relais garde sessions et octets, quels que soient les mots et quelle que soit la façon dont ils sont scellés.',
  'A stranger speaks TLS as well as anybody, and needs no key of the group’s to join, to hang up or to send too much.':
    'Une inconnue parle TLS aussi bien que quiconque, et n’a besoin d’aucune clé du groupe pour entrer, raccrocher ou envoyer trop.',
  'Which bound stops which flood, and what does limits leave open?':
    'Quelle borne arrête quelle déferlante, et que laisse ouvert limits ?',
  'Expiry alone is too slow: sessions of those who hang up pile up faster than they expire. See expiry-only.':
    'L’expiration seule est trop lente : les sessions de ceux qui raccrochent s’entassent plus vite qu’elles n’expirent. Voyez expiry-only.',
  'limits: a quota of joins for each connection, sessions removed when it closes or falls silent, a cap on what is kept for one reader, a payload cap before buffering, no compression.':
    'limits : un quota d’entrées par connexion, des sessions retirées quand elle se ferme ou se tait, un plafond à ce qui est gardé pour un lecteur, un plafond de taille avant mise en mémoire, pas de compression.',
  'All of them count by connection. Floods from many connections stay open, and so does every word: rogue-server/rewrite under limits.':
    'Toutes comptent par connexion. Les déferlantes venues de nombreuses connexions restent possibles, et les mots aussi restent exposés : rogue-server/rewrite sous limits.',
};
