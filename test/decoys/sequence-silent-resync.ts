/** Takes a gap of more than two for a program that has started anew, and says nothing of it. */
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const TOLD = 2;

const decoy = definePart({
  ...sequence,
  id: 'sequence-silent-resync',
  title: 'Counters that tell of small gaps',
  insteadOf: 'sequence',
  layer: (keys, host) => {
    let gaps: Parameters<typeof host.alarm>[] = [];
    const sound = sequence.layer!(keys, { ...host, alarm: (...alarm) => void gaps.push(alarm) });
    return {
      ...sound,
      open: (body, opening) => {
        const opened = sound.open(body, opening);
        if (!opened.ok) return opened;
        const commit = (): void => {
          gaps = [];
          opened.commit?.();
          if (gaps.length <= TOLD) for (const alarm of gaps) host.alarm(...alarm);
        };
        return { ...opened, commit };
      },
    };
  },
});

export const parts = [decoy];
