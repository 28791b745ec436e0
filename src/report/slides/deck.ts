import type { AttackFacts } from '../../model/attack.js';
import type { DefenseResult, Matrix } from '../../model/results.js';
import type { Scenario } from '../../model/scenario.js';
import { throughAt } from '../answers.js';
import type { FoughtCell } from '../chapter.js';
import { markup } from '../markup.js';
import type { Fought } from '../report.js';
import type { Texts } from '../texts/index.js';
import { fightSlides } from './fight.js';
import { gridSlides } from './grid.js';
import { lessonSlides } from './lesson.js';
import { type Paragraph, proseSlides, type Slide } from './slide.js';

export type ShownScenario = Pick<Scenario, 'id' | 'title' | 'story' | 'cast' | 'lesson' | 'teaches'>;
export type ShownAttack = Pick<AttackFacts, 'id' | 'title' | 'position' | 'property' | 'sources'>;

/** Attacks of a scenario that are told step by step; the grid shows all. */
const TOLD = 3;

/** What a deck is made of. */
interface Deck {
  readonly fought: Fought;
  readonly attacks: readonly ShownAttack[];
  readonly texts: Texts;
}

/** All slides, in the order of the lesson. */
export function slidesOf(
  fought: Fought,
  scenarios: readonly ShownScenario[],
  attacks: readonly ShownAttack[],
  texts: Texts,
): Slide[] {
  const deck: Deck = { fought, attacks, texts };
  return [
    ...scenarios.flatMap((scenario) => scenarioSlides(scenario, deck)),
    ...gridSlides(fought.matrix, texts),
    ...residualSlides(fought.matrix, deck),
    ...scenarios.flatMap(({ id, teaches }) => (teaches ? lessonSlides(id, teaches, texts) : [])),
    ...scenarios.flatMap(({ lesson, title }) =>
      proseSlides(
        texts.deck.lesson,
        [
          { text: title, own: true },
          { text: lesson, own: true },
        ],
        texts.deck.notes.residual,
        texts,
      ),
    ),
    ...sourceSlides(deck),
  ];
}

function scenarioSlides(scenario: ShownScenario, deck: Deck): Slide[] {
  const { fought, attacks, texts } = deck;
  const { deck: say } = texts;
  const own = attacks.filter(({ id }) => id.startsWith(`${scenario.id}/`));
  const told = toldOf(own, fought.cells);
  const { version, seed, defenses } = fought.matrix;
  const names = defenses.map(({ id }) => id).join(', ');
  return [
    {
      kind: 'opening',
      title: say.title,
      content: markup`<p class="large">${say.subtitle(scenario.title)}</p><p>${say.origin(version, `${seed}`)}</p><p class="keys">${say.keys}</p>`,
      notes: say.notes.title,
    },
    ...prose(
      say.question,
      [{ text: scenario.story, own: true }, { text: say.asks(`${own.length}`, names) }],
      say.notes.question,
      deck,
    ),
    ...prose(
      say.cast,
      castOf(
        scenario,
        told.map(({ attack }) => attack),
        texts,
      ),
      say.notes.cast,
      deck,
    ),
    ...defensesSlides(defenses, deck),
    ...told.flatMap((one) => attackSlides(one, deck)),
  ];
}

const prose = (title: string, paragraphs: readonly Paragraph[], notes: string, { texts }: Deck): Slide[] =>
  proseSlides(title, paragraphs, notes, texts);

/** An attack that is told, where it got through, and where it was stopped. */
interface Told {
  readonly attack: ShownAttack;
  readonly through: FoughtCell | undefined;
  readonly stopped: FoughtCell | undefined;
}

/** One attack for each property that is broken, first those that some defense stops. */
function toldOf(attacks: readonly ShownAttack[], cells: readonly FoughtCell[]): Told[] {
  const all = attacks.map((attack): Told => {
    const own = cells.filter(({ result, decisive }) => result.attack === attack.id && decisive);
    const stopped = own.filter(({ result }) => result.verdict === 'defeated');
    return {
      attack,
      through: own.find(({ result }) => result.verdict === 'breached'),
      stopped: stopped.find(({ result }) => result.code !== null) ?? stopped[0],
    };
  });
  const ranked = [
    ...all.filter((told) => told.through && told.stopped),
    ...all.filter((told) => told.through),
  ];
  const first = ranked.filter(
    ({ attack }, place) => ranked.findIndex((other) => other.attack.property === attack.property) === place,
  );
  return first.slice(0, TOLD);
}

function castOf(
  { cast }: ShownScenario,
  attacks: readonly ShownAttack[],
  { deck, touches, TELL }: Texts,
): Paragraph[] {
  const positions = [...new Set(attacks.map(({ position }) => position))];
  return [
    { text: deck.honest(cast.map(TELL.name).join(', ')), item: true },
    { text: deck.relay, item: true },
    ...positions.map((position) => ({ text: touches[position], item: true })),
  ];
}

function attackSlides({ attack, through, stopped }: Told, deck: Deck): Slide[] {
  const { texts } = deck;
  const { deck: say } = texts;
  const tactic = through?.decisive?.tactic;
  return [
    ...prose(
      say.attack,
      [
        { text: attack.title, own: true },
        { text: say.aims(texts.property[attack.property]) },
        ...(tactic ? [{ text: say.does(tactic.does), own: true }] : []),
      ],
      say.notes.attack,
      deck,
    ),
    ...(through ? fightSlides(through, say.predict, texts) : []),
    ...fixSlides(stopped, deck),
  ];
}

/** Between what the parts of a defense say of themselves. */
const SEVERAL = ' · ';

/** The most parts that fit into one line. */
const SOME = 3;

/** A line for each defense; one of many parts has slides of its own, with a line for each of them. */
function defensesSlides(defenses: readonly DefenseResult[], deck: Deck): Slide[] {
  const { deck: say } = deck.texts;
  const isLarge = ({ protects }: DefenseResult): boolean => protects.split(SEVERAL).length > SOME;
  const small = defenses.filter((defense) => !isLarge(defense));
  const lines = small.map(({ id, protects }) => ({
    text: `${id}${SEVERAL}${protects}`,
    own: true,
    item: true,
  }));
  return [
    ...(lines.length > 0 ? prose(say.defenses, lines, say.notes.defenses, deck) : []),
    ...defenses
      .filter(isLarge)
      .flatMap(({ id, protects }) => prose(say.together(id), itemsOf(protects), say.notes.defenses, deck)),
  ];
}

const itemsOf = (protects: string): Paragraph[] =>
  protects.split(SEVERAL).map((text) => ({ text, own: true, item: true }));

function fixSlides(stopped: FoughtCell | undefined, deck: Deck): Slide[] {
  const { fought, texts } = deck;
  const { deck: say } = texts;
  if (!stopped) return prose(say.fix, [{ text: say.noFix }], say.notes.fix, deck);
  const defense = fought.matrix.defenses.find(({ id }) => id === stopped.result.defense)!;
  return [
    ...prose(
      say.fix,
      [
        { text: defense.id, large: true },
        ...(defense.title === defense.id ? [] : [{ text: defense.title, own: true }]),
        { text: say.protects },
        ...itemsOf(defense.protects),
      ],
      say.notes.fix,
      deck,
    ),
    ...fightSlides(stopped, say.predictFix(defense.id), texts),
  ];
}

/** Attacks that are named on one slide. */
const NAMED = 6;

/** What the strongest defense of the grid leaves open, as measured and as it says itself. */
function residualSlides(matrix: Matrix, deck: Deck): Slide[] {
  const { deck: say } = deck.texts;
  const [best] = matrix.defenses.toSorted(
    (a, b) => throughAt(matrix, a.id).length - throughAt(matrix, b.id).length,
  );
  if (!best) return [];
  const through = throughAt(matrix, best.id);
  const titled = through.map(({ attack }) => {
    const title = matrix.attacks.find(({ id }) => id === attack)?.title ?? '';
    return { text: `${attack} · ${title}`, own: true, item: true };
  });
  const rest = titled.length - NAMED;
  return [
    ...prose(
      say.residual,
      [
        { text: titled.length === 0 ? say.openNothing(best.id) : say.open(best.id) },
        ...titled.slice(0, NAMED),
        ...(rest > 0 ? [{ text: say.more(`${rest}`) }] : []),
      ],
      say.notes.residual,
      deck,
    ),
    ...prose(
      say.residual,
      [{ text: `${best.id}. ${say.byDesign}` }, { text: best.leavesOpen, own: true }],
      say.notes.residual,
      deck,
    ),
  ];
}

function sourceSlides({ attacks, texts }: Deck): Slide[] {
  const sources = [...new Set(attacks.flatMap(({ sources }) => sources))];
  const paragraphs = sources.map((text) => ({ text, own: true, item: true }));
  const none = [{ text: texts.deck.noSources }];
  return proseSlides(
    texts.deck.sources,
    paragraphs.length > 0 ? paragraphs : none,
    texts.deck.notes.sources,
    texts,
  );
}
