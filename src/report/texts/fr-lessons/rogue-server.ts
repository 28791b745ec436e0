/** The lesson of the scenario rogue-server. */
export const ROGUE_SERVER_FR: Readonly<Record<string, string>> = {
  'Against encryption the relay rewrites Alice’s message without any key: it knows her words, and XORs the difference to its own into the ciphertext. Read the lines before and after.':
    'Contre encryption, le relais réécrit le message d’Alice sans aucune clé : il connaît ses mots et introduit par un OU exclusif, dans le texte chiffré, la différence avec les siens. Lisez les lignes avant et après.',
  'Under signature it does the same deed, and Bob’s program refuses it with the code bad-signature.':
    'Sous signature, il commet le même acte, et le programme de Bob le refuse avec le code bad-signature.',
  'In duplicate, delay and drop not a bit is changed, and signature lets all three through.':
    'Dans duplicate, delay et drop, pas un bit n’est changé, et signature laisse passer les trois.',
  'Under transcript many cells say “detected”: the harm is done, and an honest member is told in time.':
    'Sous transcript, bien des cases indiquent une attaque détectée : le mal est fait, et un membre honnête en est averti à temps.',
  'What does the server see of a message, and what can it do with a frame that it carries?':
    'Que voit le serveur d’un message, et que peut-il faire d’une trame qu’il transporte ?',
  'The header is in clear: room, nick, number, time. Only the body may be sealed.':
    'L’en-tête est en clair : salon, pseudonyme, numéro, heure. Seul le corps peut être scellé.',
  'For each frame and each member it decides: pass on, keep, change, hold back, repeat, invent.':
    'Pour chaque trame et chaque membre, il décide : transmettre, garder, modifier, retenir, répéter, inventer.',
  'None of this takes a key. What it can make Bob believe depends on what Bob’s program checks, and on nothing else.':
    'Rien de tout cela ne demande une clé. Ce qu’il peut faire croire à Bob dépend de ce que contrôle le programme de Bob, et de rien d’autre.',
  'Why does encryption not stop rewrite, and which property breaks? Is it true that Fernet does not protect it?':
    'Pourquoi encryption n’arrête-t-elle pas rewrite, et quelle propriété est rompue ? Est-il vrai que Fernet ne la protège pas ?',
  'Two properties, two cells: under encryption store is defeated and rewrite is breached.':
    'Deux propriétés, deux cases : sous encryption, store est repoussée et rewrite réussit.',
  'In CTR mode the ciphertext is the words XOR a keystream. Whoever knows the words can put others in their place.':
    'En mode CTR, le texte chiffré est le OU exclusif des mots et d’un flux de clé. Quiconque connaît les mots peut en mettre d’autres à leur place.',
  'Integrity breaks: Bob is shown a text that nobody sent. A Fernet token ends in an HMAC over everything before it, so that fernet refuses the change (bad-hmac): it does protect integrity.':
    'L’intégrité est rompue : on montre à Bob un texte que personne n’a envoyé. Un jeton Fernet se termine par un HMAC de tout ce qui précède ; fernet refuse donc la modification (bad-hmac) : elle protège bien l’intégrité.',
  'fernet stops rewrite, bit-flip and forge. Which attacks go on, and what stops them?':
    'fernet arrête rewrite, bit-flip et forge. Quelles attaques continuent, et qu’est-ce qui les arrête ?',
  'Nick and room stand beside the token and not in it: re-attribute, cross-room and reflect get through. signature and bound cover them.':
    'Le pseudonyme et le salon sont à côté du jeton et non dedans : re-attribute, cross-room et reflect passent. signature et bound les couvrent.',
  'A copy is as genuine as the original: duplicate takes a memory (sequence), delay takes a clock (ttl).':
    'Une copie est aussi authentique que l’original : contre duplicate, il faut une mémoire (sequence), contre delay, une horloge (ttl).',
  'Loss can only be noticed, by a gap (sequence) or by members who compare what they have seen (transcript). Under full, too, drop is detected and not prevented.':
    'Une perte ne peut qu’être remarquée, par un trou (sequence) ou par des membres qui comparent ce qu’ils ont vu (transcript). Sous full aussi, drop est détectée et non empêchée.',
};
