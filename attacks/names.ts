/** Names that are not a member's and that careless comparisons take for hers. */

/**
 * Folded, in capitals and back (a Turkish ı), trimmed, normalised, without accents, by what looks alike, by the beginning, with letters that are doubled,
 * without punctuation, without a server, a device or a tag, decoded, cut off at a NUL, without what does not show.
 */
export const almost = (nick: string): string[] => [
  nick.toUpperCase(),
  `${nick} `,
  ` ${nick}`,
  `\uff41${nick.slice(1)}`,
  `\u00e1${nick.slice(1)}`,
  `\u0430${nick.slice(1)}`,
  `${nick}2`,
  `${nick[0]}${nick}`,
  `${nick}_`,
  `${nick[0]}.${nick.slice(1)}`,
  `@${nick}`,
  `${nick}@example`,
  `${nick}/phone`,
  `${nick}+2`,
  `%${nick.charCodeAt(0).toString(16)}${nick.slice(1)}`,
  `${nick}\0`,
  `${nick}\u200b`,
  ...(nick.includes('i') ? [nick.replace('i', '\u0131')] : []),
];
