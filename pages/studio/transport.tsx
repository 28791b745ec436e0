import { useWords } from './context.js';
import { type Playback, SPEEDS } from './playback.js';
import type { Detail } from './steps.js';

interface TransportProps {
  readonly playback: Playback;
  readonly count: number;
  readonly detail: Detail;
  readonly onDetail: (detail: Detail) => void;
  readonly onDecisive: (() => void) | null;
}

/** What a tape recorder has. */
export function Transport({ playback, count, detail, onDetail, onDecisive }: TransportProps) {
  const words = useWords();
  const { at, playing, speed, go, toggle, replay, faster } = playback;
  const button = (label: string, sign: string, act: () => void, off = false) => (
    <button type="button" aria-label={label} title={label} disabled={off} onClick={act}>
      {sign}
    </button>
  );
  return (
    <div class="transport">
      {button(words.first, '⇤', () => go(0), at === 0)}
      {button(words.back, '←', () => go(at - 1), at === 0)}
      {button(playing ? words.pause : words.start, playing ? '❚❚' : '▶\ufe0e', toggle)}
      {button(words.forward, '→', () => go(at + 1), at >= count)}
      {button(words.last, '⇥', () => go(count), at >= count)}
      <input
        type="range"
        aria-label={words.step(Math.min(at + 1, count), count)}
        min={0}
        max={count}
        value={at}
        onInput={({ currentTarget }) => go(Number(currentTarget.value))}
      />
      <span class="at">{words.step(Math.min(at + 1, count), count)}</span>
      <button type="button" onClick={replay}>
        {words.replay}
      </button>
      {onDecisive && (
        <button type="button" onClick={onDecisive}>
          {words.decisive}
        </button>
      )}
      <label class="speed">
        {words.speed}
        <select
          value={speed}
          onChange={({ currentTarget }) =>
            faster(SPEEDS.findIndex((each) => String(each) === currentTarget.value) - SPEEDS.indexOf(speed))
          }
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              ×{each}
            </option>
          ))}
        </select>
      </label>
      <label class="detail">
        <input
          type="checkbox"
          checked={detail === 'all'}
          onChange={({ currentTarget }) => onDetail(currentTarget.checked ? 'all' : 'messages')}
        />
        {words.detail}
      </label>
    </div>
  );
}
