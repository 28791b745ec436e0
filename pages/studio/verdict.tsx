import type { TrialResult } from '../../src/model/results.js';
import type { StudioTrial } from '../../src/model/studio.js';
import { visible } from '../../src/report/sanitize.js';
import { useWords } from './context.js';
import { GLYPH } from './glyphs.js';
import type { Prediction } from './prediction.js';
import { Said } from './said.js';
import { meaningOf } from './telling.js';
import type { Words } from './words/index.js';

interface VerdictProps {
  readonly trial: StudioTrial;
  readonly onEvidence: (id: string) => void;
}

/** What came of it in one line, and whether somebody saw it coming. */
export function headline(
  { verdict }: Pick<TrialResult, 'verdict'>,
  said: Prediction | null,
  words: Words,
): string {
  const came = `${GLYPH[verdict]} ${words.means[verdict]}`;
  if (verdict === 'not-applicable' || verdict === 'inconclusive') return came;
  if (said === null) return `${came} ${words.noPrediction}`;
  return `${came} ${verdict === said ? words.youWereRight : words.youSaid(words.predict[said])}`;
}

/** The verdict, and why. */
export function Verdict({ trial: { result, tactic, trace }, onEvidence }: VerdictProps) {
  const words = useWords();
  const { verdict, code, part, because, evidence } = result;
  return (
    <section class={`verdict ${verdict}`} aria-live="polite">
      <h2>
        {words.verdictTitle}
        {words.colon} <span class="word">{`${GLYPH[verdict]} ${words.verdict[verdict]}`}</span>
      </h2>
      <dl>
        <dt>{words.check}</dt>
        <dd>
          {code === null ? (
            words.noCheck
          ) : (
            <>
              <code>{visible(code)}</code>
              {part !== null && <> ({visible(part)})</>}
              {words.colon} {meaningOf(code, words)}
            </>
          )}
        </dd>
        <dt>{words.because}</dt>
        <dd>
          <Said text={because} />
        </dd>
        {tactic && (
          <>
            <dt>{words.tactic}</dt>
            <dd>
              <code>{visible(tactic.id)}</code>
              {words.colon} Mallory <Said text={tactic.does} />
            </dd>
          </>
        )}
        {trace && evidence.length > 0 && (
          <>
            <dt>{words.evidence}</dt>
            <dd>
              {evidence.map((id) => (
                <button key={id} type="button" class="evidence" onClick={() => onEvidence(id)}>
                  {id}
                </button>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
