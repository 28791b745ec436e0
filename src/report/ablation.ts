import type { Ablation, PartRole } from '../model/results.js';
import { styled } from './glyphs.js';
import { type Look, wrap } from './look.js';
import { markdown, markdownCode, terminal } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** What each part of a composition is there for, for a terminal. */
export function tellAblation(ablation: Ablation, look: Look): string {
  const { texts } = look;
  const { PARTED } = texts;
  const safe = (text: string): string => terminal(text, look);
  const head = wrap(safe(PARTED.title(ablation.defense, ablation.roles.length)), look.width);
  const parts = ablation.roles.map((role) => {
    const [verdict, ...reasons] = wordsOf(role, texts);
    return [
      styled(wrap(safe(PARTED.without(role.gone)), look.width), ['bold'], look),
      wrap(safe(verdict!), look.width, '  '),
      ...reasons.map((reason) => wrap(safe(reason), look.width, '    ', '      ')),
    ].join('\n');
  });
  return `${[styled(head, ['bold'], look), ...parts, wrap(safe(controlsOf(ablation, texts)), look.width)].join('\n\n')}\n`;
}

/** The same in Markdown. */
export function markdownAblation(ablation: Ablation, { texts }: Pick<Look, 'texts'>): string {
  const { PARTED } = texts;
  const parts = ablation.roles.map((role) => {
    const [verdict, ...reasons] = wordsOf(role, texts);
    return [
      `## ${role.gone.map(markdownCode).join(', ')}`,
      `${markdown(verdict!)}\n${reasons.map((reason) => `\n- ${markdown(reason)}`).join('')}`.trimEnd(),
    ].join('\n\n');
  });
  const title = `# ${markdown(PARTED.title(ablation.defense, ablation.roles.length))}`;
  return `${[title, ...parts, markdown(controlsOf(ablation, texts))].join('\n\n')}\n`;
}

/** First what the part is, then the reasons. */
function wordsOf({ needed, standIns, unproved }: PartRole, { PARTED, verdict, said }: Texts): string[] {
  const open = unproved.length === 0 ? [] : [PARTED.unproved(unproved)];
  if (needed.length > 0)
    return [
      PARTED.needed(needed.length),
      ...needed.map(({ attack, whole, without, because }) =>
        PARTED.need(attack, verdict[whole], verdict[without], said(because)),
      ),
      ...open,
    ];
  if (standIns.length === 0) return [open.length > 0 ? PARTED.untold : PARTED.idle, ...open];
  const by = [...new Set(standIns.map((standIn) => standIn.by))];
  const reasons = by.map((part) =>
    PARTED.standIn(
      part,
      standIns.filter((standIn) => standIn.by === part).map(({ attack }) => attack),
    ),
  );
  return [PARTED.depth, ...reasons, ...open];
}

function controlsOf({ controls }: Ablation, { PARTED, WORDS, said }: Texts): string {
  const failed = controls.filter(({ outcome }) => outcome === 'failed');
  return PARTED.controls(
    controls.length,
    failed.map((control) => WORDS.controlFailed({ ...control, because: said(control.because) })),
  );
}
