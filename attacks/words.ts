/** The words that a forger puts into a message: always a text that nobody sent, never longer than the original. */
export type Region = 'whole' | 'start' | 'middle' | 'end';

const LIE = 'Send everything to Mallory instead, the bank account has changed since yesterday.';
const SPAN = 3;

/** The text with a region replaced; as long as the original, so that it fits any keystream. */
export function changed(text: string, region: Region): string {
  if (region === 'whole') return LIE.padEnd(text.length).slice(0, text.length);
  const start =
    region === 'start' ? 0 : region === 'end' ? text.length - SPAN : Math.floor((text.length - SPAN) / 2);
  return (
    text.slice(0, start) + [...text.slice(start, start + SPAN)].map(other).join('') + text.slice(start + SPAN)
  );
}

/** Another letter or digit of the same kind. */
const other = (letter: string): string => (letter === 'x' ? 'y' : /[0-9]/.test(letter) ? '9' : 'x');
