/**
 * A stranger joins under a nick that ends the line of the log and begins another. The coursework's log writes names as
 * they came, so the second line reads as if the relay had written it: whatever it says happened, happened. A log whose
 * entries are encoded, not pasted, stops this; so does a schema that takes no control character for a name. CWE-117.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { joining, leaving, talking } from '../request.js';
import { together } from '../together.js';

interface Break extends Tactic {
  readonly ends: string;
  readonly field: 'nick' | 'room';
  /** How often she joins so; the second time a check that remembers the first may look elsewhere. */
  readonly times: number;
  /** She says something under that nick, too, and leaves. */
  readonly talks?: true;
}

const ENDS = [
  { id: 'line-feed', ends: '\n' },
  { id: 'carriage-return', ends: '\r' },
  { id: 'next-line', ends: '\u0085' },
  { id: 'line-separator', ends: '\u2028' },
  { id: 'vertical-tab', ends: '\v' },
  { id: 'form-feed', ends: '\f' },
] as const;

/** Characters: more than a check of the beginning reads. */
const FAR = 300;

export default defineAttack<'outsider', Break>({
  id: 'session/log-injection',
  title: 'A nick that forges a line of the log',
  position: 'outsider',
  property: 'log-integrity',
  needs: [],
  alarms: [],
  cwe: [117],
  sources: ['CWE-117', 'OWASP Log Injection', 'Unicode Standard §5.8, Newline Guidelines'],
  tactics: () =>
    together([
      ...(['nick', 'room'] as const).flatMap((field) =>
        // Whoever writes names writes both alike: of the room, the usual breaks will do.
        (field === 'nick' ? ENDS : ENDS.slice(0, 2)).map(({ id, ends }) => ({
          id: `${field}-${id}`,
          does: `joins with a ${field} that holds a ${id.replace('-', ' ')} and a forged line`,
          // Twice, for an escape that looks for the first only.
          ends: ends + ends,
          field,
          times: 1,
        })),
      ),
      {
        id: 'room-rarer',
        does: 'joins with a room that holds the rarer breaks and a forged line',
        ends: '\u0085\u2028\u2029\v\f',
        field: 'room',
        times: 1,
      },
      {
        id: 'nick-encoded',
        does: 'joins with a nick that holds a line feed in three encodings and a forged line',
        ends: '%0A\\n&#10;',
        field: 'nick',
        times: 1,
      },
      {
        id: 'nick-far-behind',
        does: 'joins with a nick that holds a line feed far behind and a forged line',
        ends: `${' '.repeat(FAR)}\n`,
        field: 'nick',
        times: 1,
      },
      {
        id: 'says-and-leaves',
        does: 'joins with a nick that holds a line feed and a forged line, says something, and leaves',
        ends: '\n',
        field: 'nick',
        times: 1,
        talks: true,
      },
      {
        id: 'again',
        does: 'joins twice with a nick that holds a line feed and a forged line',
        ends: '\n',
        field: 'nick',
        times: 2,
      },
    ]),
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      const connection = await connect();
      tools.did(tactic.does);
      const forged = `eve${tactic.ends}${forgedLine(tools)}`;
      for (let id = 1; id <= tactic.times; id++)
        connection.send(
          tactic.field === 'nick' ? joining(tools.room, forged, id) : joining(forged, 'eve', id),
        );
      if (tactic.talks)
        for (const bytes of [talking(tools.room, forged, 1, tools), leaving(tools.room, forged, 3)])
          connection.send(bytes);
      await tools.settle();
    },
  }),
});

const forgedLine = ({ now, room }: Tools): string =>
  `${new Date(now() * 1000).toISOString()} leave room=${room} nick=alice`;
