/** What a deep link chooses. The token of a start is never part of one. */
export interface Choice {
  readonly attack: string;
  readonly parts: readonly string[];
  readonly seed: number;
}

const LARGEST_SEED = 2 ** 32 - 1;

/** `#attack=rogue-server/rewrite&defense=mac+signature&seed=1`; what is missing or wrong is left out. */
export function choiceIn(hash: string): Partial<Choice> {
  const fields = fieldsIn(hash);
  const seed = Number(fields.get('seed') ?? Number.NaN);
  const [attack, defense] = [fields.get('attack'), fields.get('defense')];
  return {
    ...(attack ? { attack } : {}),
    ...(defense ? { parts: defense.split('+').filter((name) => name !== '' && name !== 'none') } : {}),
    ...(Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED ? { seed } : {}),
  };
}

export const linkTo = ({ attack, parts, seed }: Choice): string =>
  `#attack=${encoded(attack)}&defense=${parts.map(encoded).join('+') || 'none'}&seed=${seed}`;

const encoded = (word: string): string => encodeURIComponent(word).replaceAll('%2F', '/');

/** A plus is a plus here, not a space. */
export function fieldsIn(hash: string): ReadonlyMap<string, string> {
  const pairs = hash
    .replace(/^#/, '')
    .split('&')
    .map((field) => field.split('=', 2));
  return new Map(pairs.map(([name = '', value = '']) => [name, decoded(value)]));
}

/** The fragment without a field: empty where nothing is left. */
export function without(name: string, hash: string): string {
  const kept = hash
    .replace(/^#/, '')
    .split('&')
    .filter((field) => field !== '' && !field.startsWith(`${name}=`));
  return kept.length === 0 ? '' : `#${kept.join('&')}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
