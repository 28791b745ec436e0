const SHORT = 3;

/** Heads of three letters for a grid with many columns; null where two would be alike, or where one is a composition's. */
export function shortHeads(names: readonly string[]): readonly string[] | null {
  const heads = names.map((name) => name.slice(0, SHORT));
  return new Set(heads).size < heads.length || names.some((name) => name.includes('+')) ? null : heads;
}

/** A price in three columns: the word for all of them, or per cent, never 0 where something was refused. */
export function shortPrice({ refused, of }: Refused, all: string): string {
  if (refused === 0) return '0';
  return refused === of ? all : `${Math.max(1, Math.round((100 * refused) / of))}%`;
}

interface Refused {
  readonly refused: number;
  readonly of: number;
}
