/** Names that are not a member's and that careless comparisons take for hers. */

/** Folded, trimmed, normalised, by the beginning, without marks, without what does not show, by what looks alike, without punctuation, without a server, a device or a tag, decoded. */
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
];
