import type { Advice, Advised, Cost } from '../model/results.js';
import { styled } from './glyphs.js';
import { type Look, wrap } from './look.js';
import { markdown, markdownCode, terminal } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** The smallest stacks against what was asked, with what each costs, for a terminal. */
export function tellAdvice(advice: Advice, look: Look): string {
  const say = (text: string, indent = ''): string => wrap(terminal(text, look), look.width, indent);
  const stacks = helpful(advice).map((stack) =>
    [
      styled(say(stack.defense), ['bold'], look),
      ...factsOf(stack, look.texts).map((fact) => wrap(terminal(fact, look), look.width, '  ', '    ')),
    ].join('\n'),
  );
  const remarks = remarksOf(advice, look.texts).map((remark) => say(remark));
  return `${[styled(say(headOf(advice, look.texts)), ['bold'], look), ...stacks, ...remarks].join('\n\n')}\n`;
}

/** The same in Markdown. */
export function markdownAdvice(advice: Advice, { texts }: Pick<Look, 'texts'>): string {
  const stacks = helpful(advice).map((stack) =>
    [
      `## ${markdownCode(stack.defense)}`,
      factsOf(stack, texts)
        .map((fact) => `- ${markdown(fact)}`)
        .join('\n'),
    ].join('\n\n'),
  );
  return `${[`# ${markdown(headOf(advice, texts))}`, ...stacks, ...remarksOf(advice, texts).map(markdown)].join('\n\n')}\n`;
}

/** How many of the attacks no stack stops together with the rest. */
const left = ({ apart, unstopped }: Advice): number => apart.length + unstopped.length;

/** The stacks that stop anything: where none does, the smallest is no advice. */
const helpful = (advice: Advice): readonly Advised[] =>
  left(advice) < advice.against.length ? advice.stacks : [];

function headOf(advice: Advice, { ADVICE }: Texts): string {
  const of = advice.against.length;
  const [first] = helpful(advice);
  return first ? ADVICE.head(of - left(advice), of, first.parts.length) : ADVICE.none(of);
}

function factsOf({ parts, cost, trials }: Advised, texts: Texts): string[] {
  const { ADVICE } = texts;
  const of = (verdict: string): string[] =>
    trials.filter((trial) => trial.verdict === verdict).map(({ attack }) => attack);
  const lists = [
    ADVICE.list(ADVICE.reveals, of('detected')),
    ADVICE.list(ADVICE.leaves, of('breached')),
    ADVICE.list(ADVICE.proves, of('inconclusive')),
    ADVICE.list(ADVICE.absent, of('not-applicable')),
  ];
  return [ADVICE.parts(parts), costLine(cost, texts), ...lists.filter((line) => line !== '')];
}

const costLine = ({ bytes, seal, open, skewed, stored }: Cost, { ADVICE, WORDS }: Texts): string =>
  ADVICE.cost(
    bytes,
    seal === null || open === null ? ADVICE.untimed : ADVICE.times(seal, open),
    WORDS.priceOf(skewed.refused, skewed.of),
    WORDS.priceOf(stored.refused, stored.of),
  );

const remarksOf = (
  { revealedOnly, unstopped, apart, unproved, complete, fought }: Advice,
  { ADVICE }: Texts,
): string[] =>
  [
    ADVICE.list(ADVICE.revealedOnly, revealedOnly),
    ADVICE.list(ADVICE.unstopped, unstopped),
    ADVICE.list(ADVICE.apart, apart),
    ADVICE.list(ADVICE.unproved, unproved),
    complete ? ADVICE.searched(fought) : ADVICE.cut(fought),
  ].filter((line) => line !== '');
