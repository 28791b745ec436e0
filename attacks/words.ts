/** The words that a forger puts into a message: always a text that nobody sent, never longer than the original. */
export type Region = 'whole' | 'start' | 'middle' | 'end' | Slight;
/** Changes so slight that a check over a tidied form of the words misses them, and no words at all. */
export type Slight = 'capital' | 'neighbours' | 'mark' | 'nothing';

const LIE = 'Send everything to Mallory instead, the bank account has changed since yesterday.';
const SPAN = 3;

/** The text with a region replaced; as long as the original, so that it fits any keystream. */
export function changed(text: string, region: Region): string {
  if (region in SLIGHT) return SLIGHT[region as Slight](text);
  if (region === 'whole') return LIE.padEnd(text.length).slice(0, text.length);
  const start =
    region === 'start' ? 0 : region === 'end' ? text.length - SPAN : Math.floor((text.length - SPAN) / 2);
  return (
    text.slice(0, start) + [...text.slice(start, start + SPAN)].map(other).join('') + text.slice(start + SPAN)
  );
}

/** Words of the talk alone, so that no list of an adversary's own words knows them. */
export const reordered = (text: string): string => text.split(' ').reverse().join(' ');

const SLIGHT: Readonly<Record<Slight, (text: string) => string>> = {
  capital: (text) => text.replace(/[a-z]/, (letter) => letter.toUpperCase()),
  neighbours: (text) => text.replace(/(.)(?!\1)(.)/, '$2$1'),
  mark: (text) => text.replace(/[ .,!?](?=[^ .,!?]*$)/, (mark) => (mark === ' ' ? '-' : ' ')),
  nothing: () => '',
};

/** Another letter or digit of the same kind. */
const other = (letter: string): string => (letter === 'x' ? 'y' : /[0-9]/.test(letter) ? '9' : 'x');
