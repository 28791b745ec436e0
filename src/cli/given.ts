/** Which flags were given, of whatever kind. */
import { FLAGS, type FlagName, type Typed } from './commands.js';
import { WrongUsage } from './exit.js';
import { words } from './language.js';

/** The first of these flags that was given. */
export const given = (typed: Typed, flags: readonly FlagName[]): FlagName | undefined =>
  flags.find((flag) => typed.switches.has(flag) || typed.all(flag).length > 0);

/** What says how a list is shown, or what it lists. */
const OF_LISTS: readonly FlagName[] = ['plugin', 'lang', 'quiet', 'help'];
const OF_ONE = (Object.keys(FLAGS) as FlagName[]).filter((flag) => !OF_LISTS.includes(flag));

/** A list without a name takes no flag of what is played or shown by name. `command`: an example with a name. Throws WrongUsage. */
export function refuseFlagsOfOne(typed: Typed, whose: 'scenario' | 'lab', command: string): void {
  const flag = given(typed, OF_ONE);
  if (flag === undefined) return;
  const example = [command, `--${flag}`, ...typed.all(flag).slice(0, 1)].join(' ');
  throw new WrongUsage(words().wrong.goesWith(flag, whose, example));
}
