/** The lesson of the scenario insider. */
export const INSIDER_FR: Readonly<Record<string, string>> = {
  'In forge Alice says nothing, and words stand under her name.':
    'Dans forge, Alice ne dit rien, et des mots sont affichés sous son nom.',
  'Under mac and fernet every tag is right: Mallory has the group’s key and makes it as Alice would.':
    'Sous mac et fernet, chaque code d’authentification est juste : Mallory a la clé du groupe et le fabrique comme le ferait Alice.',
  'homoglyph forges no name: the nick only looks like Alice’s. signature refuses it because no key is pinned for it (unknown-author).':
    'homoglyph ne falsifie aucun nom : le pseudonyme ressemble seulement à celui d’Alice. signature le refuse parce qu’aucune clé n’est épinglée pour lui (unknown-author).',
  'In two-versions both versions are truly signed. Nobody can refuse either; transcript reveals that there are two.':
    'Dans two-versions, les deux versions sont vraiment signées. Nul ne peut refuser l’une ou l’autre ; transcript révèle qu’il y en a deux.',
  'What is on the wire when Mallory writes as Alice, and from which connection does it come?':
    'Qu’y a-t-il sur le réseau quand Mallory écrit à la place d’Alice, et de quelle connexion cela vient-il ?',
  'The nick in a header is a text like any other. Who writes it there?':
    'Le pseudonyme d’un en-tête est un texte comme un autre. Qui l’y écrit ?',
  'It is Alice’s nick, a tag that is right, and Mallory’s own connection.':
    'C’est le pseudonyme d’Alice, un code d’authentification juste, et la propre connexion de Mallory.',
  'Only the connection gives her away: limits holds a nick to the connection that joined with it, and refuses (nick-bound).':
    'Seule la connexion la trahit : limits attache un pseudonyme à la connexion qui est entrée avec lui, et refuse (nick-bound).',
  'Why does the tag verify, and which property breaks?':
    'Pourquoi le code d’authentification est-il valable, et quelle propriété est rompue ?',
  'Who can check an HMAC? Who can make one?': 'Qui peut contrôler un HMAC ? Qui peut en fabriquer un ?',
  'The same people: all who have the key. It tells members from strangers, and no member from another.':
    'Les mêmes : tous ceux qui ont la clé. Il distingue les membres des inconnus, et aucun membre d’un autre.',
  'Attribution breaks: the words are whole, and they are not Alice’s. bound and sequence do not help, for theirs is the same group key.':
    'C’est l’authenticité de l’auteur qui est rompue : les mots sont intacts, et ils ne sont pas d’Alice. bound et sequence n’y font rien, car leur clé est la même clé de groupe.',
  'What does a signature add, and what gets through it?':
    'Qu’ajoute une signature, et qu’est-ce qui passe malgré elle ?',
  'It takes something that Alice has and Mallory has not.':
    'Il faut quelque chose qu’Alice possède et que Mallory n’a pas.',
  'Her own key, pinned out of band. It signs author and room with the words: forge and rewrap meet bad-signature.':
    'Sa propre clé, épinglée hors bande. Elle signe l’auteur et le salon avec les mots : forge et rewrap se heurtent à bad-signature.',
  'A member who signs two versions of one message, with the relay’s help, breaks agreement: signature lets it through, transcript reveals it (view-differs).':
    'Un membre qui signe deux versions d’un même message, avec l’aide du relais, rompt l’accord : signature laisse passer, transcript le révèle (view-differs).',
};
