import type { Advice, Advised, Cost } from '../model/results.js';
import { styled } from './glyphs.js';
import { type Look, wrap } from './look.js';
import { markdown, markdownCode, terminal } from './sanitize.js';
import { WORDS } from './words.js';
import { ADVICE } from './words-of-parts.js';

/** The smallest stacks against what was asked, with what each costs, for a terminal. */
export function tellAdvice(advice: Advice, look: Look): string {
  const say = (text: string, indent = ''): string => wrap(terminal(text, look), look.width, indent);
  const stacks = advice.stacks.map((stack) =>
    [
      styled(say(stack.defense), ['bold'], look),
      ...factsOf(stack).map((fact) => wrap(terminal(fact, look), look.width, '  ', '    ')),
    ].join('\n'),
  );
  const remarks = remarksOf(advice).map((remark) => say(remark));
  return `${[styled(say(headOf(advice)), ['bold'], look), ...stacks, ...remarks].join('\n\n')}\n`;
}

/** The same in Markdown. */
export function markdownAdvice(advice: Advice): string {
  const stacks = advice.stacks.map((stack) =>
    [
      `## ${markdownCode(stack.defense)}`,
      factsOf(stack)
        .map((fact) => `- ${markdown(fact)}`)
        .join('\n'),
    ].join('\n\n'),
  );
  return `${[`# ${markdown(headOf(advice))}`, ...stacks, ...remarksOf(advice).map(markdown)].join('\n\n')}\n`;
}

function headOf({ against, stacks, apart, unstopped }: Advice): string {
  if (stacks.length === 0) return ADVICE.none(against.length);
  const left = apart.length + unstopped.length;
  return ADVICE.head(against.length - left, against.length, stacks[0]!.parts.length);
}

function factsOf({ parts, cost, trials }: Advised): string[] {
  const of = (verdict: string): string[] =>
    trials.filter((trial) => trial.verdict === verdict).map(({ attack }) => attack);
  const lists = [
    ADVICE.list('reveals only', of('detected')),
    ADVICE.list('leaves breached', of('breached')),
    ADVICE.list('proves nothing about', of('inconclusive')),
  ];
  return [ADVICE.parts(parts), costLine(cost), ...lists.filter((line) => line !== '')];
}

const costLine = ({ bytes, seal, open, skewed, stored }: Cost): string =>
  ADVICE.cost(
    bytes,
    seal === null || open === null ? ADVICE.untimed : ADVICE.times(seal, open),
    WORDS.priceOf(skewed.refused, skewed.of),
    WORDS.priceOf(stored.refused, stored.of),
  );

const remarksOf = ({ revealedOnly, unstopped, apart, unproved, complete, fought }: Advice): string[] =>
  [
    ADVICE.list('Fought, and at best revealed, never prevented', revealedOnly),
    ADVICE.list('Stopped by no stack that was fought', unstopped),
    ADVICE.list('Stopped by some stack, and by none together with all the rest', apart),
    ADVICE.list('Not proved: the attack does not breach the chat that it must', unproved),
    complete ? ADVICE.searched(fought) : ADVICE.cut(fought),
  ].filter((line) => line !== '');
