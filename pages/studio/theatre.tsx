import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StudioAttack, StudioScenario, StudioTrial } from '../../src/model/studio.js';
import type { Event, Trace } from '../../src/model/trace.js';
import { Bytes } from './bytes.js';
import { castOf } from './cast.js';
import { useWords } from './context.js';
import type { FrameEvent } from './flight.js';
import { useKeys } from './keys.js';
import { Knows } from './knows.js';
import { usePlayback } from './playback.js';
import type { Prediction } from './prediction.js';
import { Stage } from './stage.js';
import { type Detail, isDelivery, stepsOf, stepWith } from './steps.js';
import { TakeAway } from './take-away.js';
import { tellStep } from './telling.js';
import { Transport } from './transport.js';
import { headline, Verdict } from './verdict.js';

interface TheatreProps {
  readonly attack: StudioAttack;
  readonly scenario: StudioScenario;
  readonly trial: StudioTrial | null;
  readonly prediction: Prediction | null;
}

const NOTHING: Trace = [];

/** The play itself: the stage, the tape, what everybody has, and at the end the verdict. */
export function Theatre({ attack, scenario, trial, prediction }: TheatreProps) {
  const words = useWords();
  const [detail, setDetail] = useState<Detail>('messages');
  const [open, setOpen] = useState<FrameEvent | null>(null);
  const house = useRef<HTMLDivElement>(null);
  const trace = trial?.trace ?? NOTHING;
  const steps = useMemo(() => stepsOf(trace, detail), [trace, detail]);
  const playback = usePlayback(steps.length, trial);
  const { at, go, toggle, replay, faster, speed } = playback;
  // The keys are the tape's from now on, not those of the button that was pressed; whoever has read on in the lesson sees it.
  useEffect(() => {
    if (!trial) return;
    house.current?.focus({ preventScroll: true });
    house.current?.scrollIntoView({ block: 'start' });
  }, [trial]);
  const ended = at >= steps.length;
  const step = trial === null ? null : (steps[Math.min(at, steps.length - 1)] ?? null);
  const cast = castOf(scenario.cast, attack.position, trial?.trace ?? null);
  const toEvidence = (ids: readonly string[]): void => go(stepWith(steps, ids, trace));
  const decisive = trial && steps.length > 0 ? () => toEvidence(trial.result.evidence.slice(-1)) : null;
  const fullScreen = (): void => {
    void (document.fullscreenElement ? document.exitFullscreen() : house.current?.requestFullscreen());
  };
  const showBytes = (): void => {
    const frame = step?.find((event) => isFrame(event));
    if (frame && isFrame(frame)) setOpen(frame);
  };
  useKeys({
    ' ': toggle,
    ArrowLeft: () => go(at - 1),
    ArrowRight: () => go(at + 1),
    Home: () => go(0),
    End: () => go(steps.length),
    r: replay,
    e: () => decisive?.(),
    b: showBytes,
    '+': () => faster(1),
    '=': () => faster(1),
    '-': () => faster(-1),
    f: fullScreen,
  });
  return (
    <div class="theatre" ref={house} tabIndex={-1}>
      <p
        class={trial && ended ? `caption ended ${trial.result.verdict}` : 'caption'}
        aria-live={playback.playing ? 'off' : 'polite'}
      >
        <span>{caption()}</span>
        {step && !ended && <span class="clock">{words.time(step[0].at)}</span>}
      </p>
      <Stage
        cast={cast}
        trace={trace}
        step={step}
        speed={speed}
        onFrame={(event) => isFrame(event) && setOpen(event)}
      />
      {trial && steps.length > 0 && (
        <Transport
          playback={playback}
          count={steps.length}
          detail={detail}
          onDetail={setDetail}
          onDecisive={decisive}
        />
      )}
      {trial && ended && <Verdict trial={trial} onEvidence={(id) => toEvidence([id])} />}
      {trial && <Knows cast={cast} trace={trace} until={step?.at(-1)} />}
      {trial && ended && trial.exports.length > 0 && <TakeAway trial={trial} />}
      {open && <Bytes event={open} trace={trace} onClose={() => setOpen(null)} />}
    </div>
  );

  function caption(): string {
    if (!trial) return words.stageEmpty;
    return ended || !step ? headline(trial.result, prediction, words) : tellStep(step, trace, words);
  }
}

const isFrame = (event: Event): event is FrameEvent => isDelivery(event) || event.kind === 'frame-out';
