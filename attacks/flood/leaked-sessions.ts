/**
 * A stranger connects, joins and is gone without leaving, over and over. The coursework's relay forgets the connection
 * and keeps the session, as the lab's server kept every callback handler: sessions of nobody pile up for ever. Removing
 * a session with its connection stops those who hang up, and a heartbeat those who fall silent. CWE-613, CWE-772.
 */
import { type Capabilities, defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { joining } from '../request.js';

const BATCHES = 3;
/** Fewer than the relay may hold: what stays behind piles up. What many connections hold at once is no leak. */
const BATCH = 12;
/** Longer than any honest program would be silent. */
const SILENCE_SECONDS = 30;

interface Leaving extends Tactic {
  readonly hangsUp: boolean;
}

export default defineAttack<'flooder', Leaving>({
  id: 'flood/leaked-sessions',
  title: 'Connections that vanish without leaving',
  position: 'flooder',
  property: 'availability',
  counter: 'sessions',
  needs: [],
  alarms: [],
  cwe: [613, 772],
  sources: ['CWE-772', 'RFC 6455 §5.5.2'],
  tactics: () => [
    { id: 'hang-up', does: 'hangs up without leaving, as fast as it can', hangsUp: true },
    { id: 'fall-silent', does: 'stays connected, reads nothing and answers nothing', hangsUp: false },
  ],
  adversary: (flooder, tactic, tools) => ({
    begin: async () => {
      tools.did(`joins from ${BATCHES * BATCH} connections, ${BATCH} at a time, and ${tactic.does}`);
      for (let batch = 1; batch <= BATCHES; batch++) await leak(batch, flooder, tactic, tools);
    },
  }),
});

async function leak(batch: number, flooder: Capabilities['flooder'], { hangsUp }: Leaving, tools: Tools) {
  const connections = await Promise.all(Array.from({ length: BATCH }, () => flooder.connect()));
  for (const [n, connection] of connections.entries())
    connection.send(joining(tools.room, `ghost-${batch}-${n}`));
  await tools.settle();
  if (hangsUp) await Promise.all(connections.map((connection) => connection.vanish()));
  else {
    for (const connection of connections) connection.stopReading();
    await tools.wait(SILENCE_SECONDS);
  }
}
