import { styleText } from 'node:util';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import type { Look } from './look.js';

/** Every sign that a report draws. The rest is words. */
export interface Glyphs {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly rule: string;
  readonly heavy: string;
  readonly dot: string;
  readonly dash: string;
  readonly ellipsis: string;
  readonly hidden: string;
  /** Where one of two texts has nothing. */
  readonly gap: string;
}

/** None of them is an emoji, so that each takes one column; no two are alike in shape, for eyes that see no colour. */
const UNICODE: Glyphs = {
  verdict: { breached: '✗', detected: '!', defeated: '✓', 'not-applicable': '–', inconclusive: '?' },
  rule: '─',
  heavy: '━',
  dot: '·',
  dash: '—',
  ellipsis: '…',
  hidden: '•',
  gap: '·',
};

const ASCII: Glyphs = {
  verdict: { breached: 'X', detected: '!', defeated: '+', 'not-applicable': '-', inconclusive: '?' },
  rule: '-',
  heavy: '=',
  dot: '|',
  dash: '-',
  ellipsis: '...',
  hidden: '*',
  gap: '_',
};

export const glyphsFor = ({ unicode }: Pick<Look, 'unicode'>): Glyphs => (unicode ? UNICODE : ASCII);

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta';

const STYLES: Readonly<Record<Verdict, Style[]>> = {
  breached: ['bold', 'red'],
  detected: ['bold', 'yellow'],
  defeated: ['green'],
  'not-applicable': ['dim'],
  inconclusive: ['bold', 'magenta'],
};

/** Colours a text, only where asked: whether to is the command line's question, so the stream is not looked at. */
export const styled = (text: string, styles: Style[], { colour }: Pick<Look, 'colour'>): string =>
  colour && text !== '' ? styleText(styles, text, { validateStream: false }) : text;

/** A text in the colour of a verdict; the text itself must already say which. */
export const inVerdictColour = (verdict: Verdict, text: string, look: Pick<Look, 'colour'>): string =>
  styled(text, STYLES[verdict], look);

/** What each glyph stands for: `✗ breached`, `! detected` … */
export const legend = (look: Look): string[] =>
  VERDICTS.map((verdict) =>
    inVerdictColour(verdict, `${glyphsFor(look).verdict[verdict]} ${look.texts.verdict[verdict]}`, look),
  );
