import { useEffect, useState } from 'preact/hooks';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds that a moment stays at speed 1. */
const MOMENT_MS = 2400;

export interface Playback {
  /** The moment that is shown; `count` is the verdict, behind the last one. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly go: (to: number) => void;
  readonly toggle: () => void;
  readonly replay: () => void;
  readonly faster: (by: number) => void;
}

/** Walks through `count` moments, and starts anew with each `key`. Nobody who asked for less motion is set going. */
export function usePlayback(count: number, key: unknown): Playback {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    setAt(0);
    setPlaying(key !== null && count > 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches);
  }, [key]);
  useEffect(() => {
    if (!playing) return;
    if (at >= count) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setAt(at + 1), MOMENT_MS / speed);
    return () => clearTimeout(timer);
  }, [playing, at, speed, count]);
  const go = (to: number): void => {
    setPlaying(false);
    setAt(Math.max(0, Math.min(count, to)));
  };
  return {
    at: Math.min(at, count),
    playing,
    speed,
    go,
    toggle: () => {
      if (at >= count) setAt(0);
      setPlaying(!playing);
    },
    replay: () => {
      setAt(0);
      setPlaying(true);
    },
    faster: (by) => setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, SPEEDS.indexOf(speed) + by))]!),
  };
}
