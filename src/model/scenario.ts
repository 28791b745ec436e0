import type { Draw } from './draw.js';
import type { Lesson } from './lesson.js';

/**
 * One step of the honest script, in the scripts' room unless it names another. The author says `text`; `secret`, where
 * present, is the part of it to be guessed; what is `unforeseen` nobody could predict, neither the words nor the author.
 */
export type Step =
  | {
      readonly do: 'say';
      readonly author: string;
      readonly text: string;
      readonly secret?: string;
      readonly unforeseen?: true;
      readonly room?: string;
      /** Says it without having seen what others have just said. */
      readonly atOnce?: true;
    }
  | { readonly do: 'wait'; readonly seconds: number }
  /** Whoever joins in the script is not there from the beginning; whoever has left may join again. */
  | { readonly do: 'join'; readonly who: string; readonly room?: string }
  | { readonly do: 'leave'; readonly who: string }
  /** Her program ends and starts anew on the same device: what it kept in memory is gone, its storage is not. */
  | { readonly do: 'restart'; readonly who: string };

/** A family of attacks told as one story. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly cast: readonly string[];
  /** Attack ids, in the order of the telling. */
  readonly attacks: readonly string[];
  /** The defenses of the card: the columns when none is asked for. */
  readonly defenses: readonly string[];
  readonly lesson: string;
  /** The lesson for a class; a plugin's scenario may do without. */
  readonly teaches?: Lesson;
  /** The honest conversation, drawn from the seed around a fresh secret. */
  script(draw: Draw, secret: string): readonly Step[];
  /** Other conversations, by attack id, for attacks that this one gives nothing to work on. */
  readonly scripts?: Readonly<Record<string, Scenario['script']>>;
}
