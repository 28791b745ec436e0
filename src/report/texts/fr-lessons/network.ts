/** The lesson of the scenario network. */
export const NETWORK_FR: Readonly<Record<string, string>> = {
  'The relay is honest: the bytes change between it and Bob, on his connection.':
    'Le relais est honnête : les octets changent entre lui et Bob, sur la connexion de celui-ci.',
  'The masks of WebSocket are no protection: the key of a mask stands in the same frame.':
    'Les masques de WebSocket ne protègent rien : la clé d’un masque se trouve dans la même trame.',
  'Under tls Bob’s program refuses the certificate that Mallory shows. Under tls-unverified it takes the same certificate, and then her words.':
    'Sous tls, le programme de Bob refuse le certificat que Mallory présente. Sous tls-unverified, il accepte ce même certificat, puis ses mots à elle.',
  'Through whose hands do the bytes pass, and what can be changed in them so that the frame stays a good one?':
    'Entre quelles mains passent les octets, et que peut-on y changer pour que la trame reste valable ?',
  'Think of the café’s router. What does it see of a connection without TLS?':
    'Pensez au routeur du café. Que voit-il d’une connexion sans TLS ?',
  'Everything: the handshake, the frames, the JSON in them, and the masks with their keys.':
    'Tout : la poignée de main, les trames, le JSON qu’elles portent, et les masques avec leurs clés.',
  'She takes the offer to compress out of the handshake and frames anew what she changed: Bob receives a well-formed frame that says something else.':
    'Elle retire de la poignée de main l’offre de compression et remet en trame ce qu’elle a changé : Bob reçoit une trame bien formée qui dit autre chose.',
  'Something is encrypted under encryption and under tls-unverified. Why does the attack work all the same, and which property breaks?':
    'Sous encryption et sous tls-unverified, quelque chose est chiffré. Pourquoi l’attaque réussit-elle quand même, et quelle propriété est rompue ?',
  'Do not ask what is hidden. Ask what is checked, and by whom.':
    'Ne demandez pas ce qui est caché, mais ce qui est contrôlé, et par qui.',
  'A keystream carries a change through: whoever knows the words XORs the difference into the ciphertext. Integrity breaks, and confidentiality need not.':
    'Un flux de clé laisse passer une modification : quiconque connaît les mots introduit la différence dans le texte chiffré par un OU exclusif. L’intégrité est rompue sans que la confidentialité ait à l’être.',
  'tls-unverified encrypts to whoever answers. Mallory answers, with a certificate that anybody can have.':
    'tls-unverified chiffre pour quiconque répond. C’est Mallory qui répond, avec un certificat que n’importe qui peut avoir.',
  'mac, fernet, signature and tls all stop it. What does each of them leave open?':
    'mac, fernet, signature et tls l’arrêtent toutes. Que laisse ouvert chacune d’elles ?',
  'They check in two places: three of them at the member who reads, one of them at the end of the cable.':
    'Le contrôle a lieu à deux endroits : pour trois d’entre elles chez le membre qui lit, pour l’une au bout du câble.',
  'tls ends at the relay, which reads and changes as it likes: see rogue-server/rewrite under tls.':
    'tls s’arrête au relais, qui lit et modifie à sa guise : voyez rogue-server/rewrite sous tls.',
  'mac and signature leave the words legible on the wire; fernet hides them. What is sealed from member to member needs no honest way.':
    'mac et signature laissent les mots lisibles sur le câble ; fernet les cache. Ce qui est scellé de membre à membre n’a besoin d’aucun chemin honnête.',
};
