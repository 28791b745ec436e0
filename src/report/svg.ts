import { wrap } from './look.js';
import { type Markup, markup, trusted } from './markup.js';
import { visible } from './sanitize.js';
import type { Scene, SceneStep, Tone } from './scene.js';
import { SVG_STYLE } from './svg-style.js';

/** How a scene is to be drawn; lengths in pixels of its own. */
export interface SvgOptions {
  readonly width: number;
  /** The size of every letter. */
  readonly font: number;
  /** For whoever does not see it: what it is, and then what happens in it. */
  readonly title: string;
  /** A file of its own brings its colours along. */
  readonly standalone?: boolean;
  /** A class for each step, by its place: what makes it appear one by one. */
  readonly stepClass?: (place: number) => string;
}

/** Of a letter's size: the mean width of a letter, generously, and the height of a line. */
const LETTER = 0.62;
const LINE = 1.3;
const GAP = 12;

/** Light colours, for what reads no style sheet. */
const INK = '#16202c';
const LINE_OF: Readonly<Record<Tone, string>> = {
  honest: '#33475e',
  adversary: '#b3261e',
  check: '#1b6e3c',
  shown: '#8a6100',
  verdict: '#33475e',
};
const FILL_OF: Readonly<Record<Tone, string>> = {
  honest: '#f4f6f9',
  adversary: '#fdecea',
  check: '#e6f4ea',
  shown: '#fff6df',
  verdict: '#f4f6f9',
};

/** A scene as an SVG sequence diagram. Nothing that a person chose is more than text in it. */
export const drawSvg = (scene: Scene, options: SvgOptions): string => svgOf(scene, options).markup;

export function svgOf(scene: Scene, options: SvgOptions): Markup {
  const { width, font, standalone = false, stepClass = () => '' } = options;
  const plan = planOf(scene, options);
  const top = actorHeight(plan, font);
  let y = top + GAP;
  const steps = scene.steps.map((step, place) => {
    const drawn = drawStep(step, plan.lines[place]!, y, plan, scene);
    y += plan.heights[place]!;
    return markup`<g class="${`step ${stepClass(place)}`.trim()}">${drawn}</g>`;
  });
  const height = Math.ceil(y + GAP);
  const told = scene.steps.map(({ label }) => label).join('. ');
  return markup`<svg class="sequence" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${font}" font-family="sans-serif"><title>${options.title}</title><desc>${told}</desc>${
    standalone ? markup`<style>${trusted(`:root { color-scheme: light dark }\n${SVG_STYLE}`)}</style>` : null
  }<rect class="backdrop" width="${width}" height="${height}" fill="#ffffff"/>${scene.cast.map((_, place) =>
    lifeline(plan.centre(place), top, height),
  )}${scene.cast.map(({ nick }, place) => drawActor(plan, place, top, nick === 'mallory'))}${steps}</svg>`;
}

/** The same scene in pieces of at most `height` pixels each, for a screen that does not scroll. */
export function piecesOf(scene: Scene, options: SvgOptions, height: number): Scene[] {
  const plan = planOf(scene, options);
  const room = height - actorHeight(plan, options.font) - 2 * GAP;
  const pieces: SceneStep[][] = [[]];
  let used = 0;
  scene.steps.forEach((step, place) => {
    const own = plan.heights[place]!;
    if (used + own > room && pieces.at(-1)!.length > 0) {
      pieces.push([]);
      used = 0;
    }
    pieces.at(-1)!.push(step);
    used += own;
  });
  return pieces.map((steps) => ({ ...scene, steps }));
}

/** Where everything goes. */
interface Plan {
  readonly width: number;
  readonly font: number;
  readonly spacing: number;
  readonly names: readonly (readonly string[])[];
  /** The lines of each step's label, and the height that the step takes. */
  readonly lines: readonly (readonly string[])[];
  readonly heights: readonly number[];
  centre(actor: number): number;
}

function planOf({ cast, steps }: Scene, { width, font }: SvgOptions): Plan {
  const spacing = width / Math.max(1, cast.length);
  const broken = (text: string, room: number): string[] =>
    wrap(visible(text), Math.max(4, Math.floor(room / (font * LETTER)))).split('\n');
  const lines = steps.map((step) => broken(step.label, roomFor(step, spacing, width)));
  return {
    width,
    font,
    spacing,
    names: cast.map(({ name }) => broken(name, spacing - 4 * GAP)),
    lines,
    heights: steps.map((step, place) => lines[place]!.length * font * LINE + extra(step, font)),
    centre: (actor) => spacing * (actor + 0.5),
  };
}

/** What a step takes beside its label: an arrow and air, or a frame and air. */
const extra = ({ kind }: SceneStep, font: number): number =>
  kind === 'note' ? 3 * GAP : font * 0.6 + 1.5 * GAP;

function roomFor(step: SceneStep, spacing: number, width: number): number {
  if (step.kind !== 'note') return Math.max(1, Math.abs(step.from - step.to)) * spacing - 2 * GAP;
  return noteWidth(step.over, spacing, width) - 2 * GAP;
}

const noteWidth = (over: number | 'all', spacing: number, width: number): number =>
  over === 'all' ? width - 2 * GAP : Math.min(width - 2 * GAP, spacing * 1.7);

const actorHeight = ({ names }: Plan, font: number): number =>
  Math.max(1, ...names.map((lines) => lines.length)) * font * LINE + GAP + 2;

const lifeline = (x: number, top: number, bottom: number): Markup =>
  markup`<line class="life" x1="${x}" y1="${top}" x2="${x}" y2="${bottom}" stroke="#8794a3" stroke-dasharray="4 5"/>`;

function drawActor({ names, font, centre, spacing }: Plan, place: number, height: number, mallory: boolean) {
  const lines = names[place]!;
  const width = Math.min(
    spacing - GAP,
    Math.max(...lines.map((line) => line.length)) * font * LETTER + 4 * GAP,
  );
  const x = centre(place);
  return markup`<g class="actor${mallory ? ' adversary' : ''}"><rect x="${x - width / 2}" y="1" width="${width}" height="${height - 2}" rx="8" fill="#e3e9f1" stroke="${mallory ? LINE_OF.adversary : '#5d6b7c'}"/>${texts(lines, x, GAP / 2 + font, font, mallory ? LINE_OF.adversary : INK)}</g>`;
}

function texts(lines: readonly string[], x: number, y: number, font: number, fill = INK): Markup[] {
  return lines.map(
    (line, n) =>
      markup`<text x="${rounded(x)}" y="${rounded(y + n * font * LINE)}" text-anchor="middle" fill="${fill}">${line || ' '}</text>`,
  );
}

const rounded = (length: number): number => Math.round(length * 10) / 10;

function drawStep(step: SceneStep, lines: readonly string[], y: number, plan: Plan, scene: Scene): Markup {
  return step.kind === 'note'
    ? drawNote(step, lines, y, plan, scene)
    : step.from === step.to
      ? drawNote({ ...step, kind: 'note', over: step.from }, lines, y, plan, scene)
      : drawArrow(step, lines, y, plan);
}

function drawNote(
  step: SceneStep & { kind: 'note' },
  lines: readonly string[],
  y: number,
  { font, spacing, width, centre }: Plan,
  { verdict }: Scene,
): Markup {
  const wide = noteWidth(step.over, spacing, width);
  const own = Math.min(wide, Math.max(...lines.map((line) => line.length)) * font * LETTER + 3 * GAP);
  const box = step.over === 'all' ? wide : Math.max(own, Math.min(wide, 8 * font));
  const middle = step.over === 'all' ? width / 2 : centre(step.over);
  const x = Math.min(Math.max(GAP, middle - box / 2), width - GAP - box);
  const tall = lines.length * font * LINE + GAP;
  const kind = step.tone === 'verdict' ? `verdict ${verdict}` : step.tone;
  return markup`<g class="note ${kind}"><rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(box)}" height="${rounded(tall)}" rx="6" fill="${FILL_OF[step.tone]}" stroke="${LINE_OF[step.tone]}" stroke-width="1.5"/>${texts(lines, x + box / 2, y + GAP / 2 + font * 0.95, font, step.tone === 'adversary' ? LINE_OF.adversary : INK)}</g>`;
}

function drawArrow(
  step: SceneStep & { kind: 'message' | 'lost' },
  lines: readonly string[],
  y: number,
  { font, centre }: Plan,
): Markup {
  const [from, to] = [centre(step.from), centre(step.to)];
  const towards = Math.sign(to - from);
  const level = rounded(y + lines.length * font * LINE + font * 0.35);
  const end = step.kind === 'lost' ? from + (to - from) * 0.8 : to - towards * 3;
  const colour = LINE_OF[step.tone];
  const size = Math.max(8, font * 0.5);
  const tip =
    step.kind === 'lost'
      ? markup`<path class="arrow" d="M ${rounded(end - size)} ${level - size} L ${rounded(end + size)} ${level + size} M ${rounded(end - size)} ${level + size} L ${rounded(end + size)} ${level - size}" fill="none" stroke="${colour}" stroke-width="3"/>`
      : markup`<path class="head" d="M ${rounded(end)} ${level} l ${-towards * size * 1.4} ${-size * 0.7} v ${size * 1.4} z" fill="${colour}"/>`;
  return markup`<g class="message ${step.tone}">${texts(lines, (from + to) / 2, y + font * 0.9, font, step.tone === 'adversary' ? colour : INK)}<line class="arrow" x1="${rounded(from)}" y1="${level}" x2="${rounded(end)}" y2="${level}" stroke="${colour}" stroke-width="2.5"${step.kind === 'lost' ? markup` stroke-dasharray="8 6"` : null}/>${tip}</g>`;
}
