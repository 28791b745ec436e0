import { type Event, MALLORY, type Trace } from '../../src/model/trace.js';
import { visible } from '../../src/report/sanitize.js';
import { type Cast, RELAY } from './cast.js';
import { useWords } from './context.js';
import { knowledge } from './knowledge.js';

interface KnowsProps {
  readonly cast: Cast;
  readonly trace: Trace;
  readonly until: Event | undefined;
}

/** What every party has of each message by now. */
export function Knows({ cast, trace, until }: KnowsProps) {
  const words = useWords();
  const parties = [...cast.members, RELAY, ...(cast.apart ? [MALLORY] : [])];
  const rows = knowledge(trace, until, parties);
  if (rows.length === 0) return null;
  const name = (who: string): string =>
    who === RELAY ? (cast.apart ? words.relay : words.mallory) : words.name(visible(who));
  return (
    <div class="knows">
      <h2 id="knows">{words.knowsTitle}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it */}
      <section class="scroll" tabIndex={0} aria-labelledby="knows">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.message}</th>
              {parties.map((party) => (
                <th key={party} scope="col">
                  {name(party)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ send, has }) => (
              <tr key={send.id}>
                <th scope="row">
                  <b>
                    {name(send.author)} {send.slot}
                  </b>{' '}
                  <span class="said">{visible(send.text)}</span>
                </th>
                {parties.map((party) => (
                  <td key={party} class={`has ${has[party]}`}>
                    {words.has[has[party]!]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
