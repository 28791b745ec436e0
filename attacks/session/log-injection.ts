/**
 * A stranger joins under a nick that ends the line of the log and begins another. The coursework's log writes names as
 * they came, so the second line reads as if the relay had written it: whatever it says happened, happened. A log whose
 * entries are encoded, not pasted, stops this; so does a schema that takes no control character for a name. CWE-117.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { joining } from '../request.js';

interface Break extends Tactic {
  readonly ends: string;
  readonly field: 'nick' | 'room';
}

const ENDS = [
  { id: 'line-feed', ends: '\n' },
  { id: 'carriage-return', ends: '\r' },
  { id: 'next-line', ends: '\u0085' },
  { id: 'line-separator', ends: '\u2028' },
  { id: 'vertical-tab', ends: '\v' },
] as const;

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
    (['nick', 'room'] as const).flatMap((field) =>
      ENDS.map(({ id, ends }) => ({
        id: `${field}-${id}`,
        does: `joins with a ${field} that holds a ${id.replace('-', ' ')} and a forged line`,
        ends,
        field,
      })),
    ),
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      const connection = await connect();
      tools.did(tactic.does);
      const forged = `eve${tactic.ends}${forgedLine(tools)}`;
      connection.send(tactic.field === 'nick' ? joining(tools.room, forged) : joining(forged, 'eve'));
      await tools.settle();
    },
  }),
});

const forgedLine = ({ now, room }: Tools): string =>
  `${new Date(now() * 1000).toISOString()} leave room=${room} nick=alice`;
