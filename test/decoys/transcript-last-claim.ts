/** Takes what a claim ends with for all that came before it: what was talked out of everybody's claims, everybody has confirmed. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart, type Part } from '../../src/index.js';
import { wordOf } from '../support/transcripts.js';

const nameOf = ({ author, slot }: { readonly author: string; readonly slot: number }): string =>
  `${author} ${slot}`;

const layer: Part['layer'] = (keys, host) => {
  const seen: string[] = [];
  /** How far each of the others says to have come. */
  const confirmed = new Map<string, number>();
  const sound = transcript.layer!(keys, {
    ...host,
    alarm: (code, about) => {
      const others = [...confirmed].filter(([nick]) => nick !== host.me);
      const isBefore = others.some(([, count]) => count > seen.indexOf(nameOf(about)));
      if (code !== 'unconfirmed' || !isBefore) host.alarm(code, about);
    },
  });
  return {
    ...sound,
    open: (body, opening) => {
      const opened = sound.open(body, opening);
      const { nick, seq } = opening.header;
      if (opened.ok) seen.push(nameOf({ author: nick, slot: seq }));
      return opened;
    },
    hear: (control) => {
      const claims = wordOf(control).claim.map((entry) => seen.lastIndexOf(nameOf(entry)) + 1);
      confirmed.set(control.nick, Math.max(confirmed.get(control.nick) ?? 0, ...claims));
      return sound.hear!(control);
    },
  };
};

export const parts = [
  definePart({
    ...transcript,
    id: 'transcript-last-claim',
    title: 'Signed views of the room, confirmed by their last entry',
    insteadOf: 'transcript',
    layer,
  }),
];
