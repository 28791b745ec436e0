import type { Code } from '../model/code.js';
import {
  CannotSeal,
  type Colleagues,
  type Control,
  type Host,
  type Keys,
  type Layer,
  type Opened,
  type Opening,
  type Part,
} from '../model/defense.js';
import type { Armed } from '../model/stack.js';

/** A device that talks to nobody: what its parts would send or note is lost. Each has a storage of its own. */
export const nowhere = (): Host => ({
  me: 'nobody',
  now: () => 0,
  control: () => {},
  alarm: () => {},
  act: () => {},
  store: new Map(),
});

/** All layers of one device as one. Opening goes from the outside in and stops at the first refusal. */
export function arm(parts: readonly Part[], keys: Keys, hosts: (part: string) => Host = nowhere): Armed {
  const named: { readonly id: string; readonly layer: Layer }[] = parts.flatMap(({ id, layer }) =>
    layer
      ? [
          {
            id,
            layer: layer(
              keys,
              hosts(id),
              colleagues(() => named),
            ),
          },
        ]
      : [],
  );
  const layers = named.map(({ layer }) => layer);
  return {
    seal: (body, sealing) => {
      for (const layer of layers) {
        const code = layer.cannotSeal?.(sealing.header.room) ?? null;
        if (code !== null) throw new CannotSeal(code);
      }
      const known = { ...sealing, length: body.length };
      return layers.reduceRight((sealed, layer) => layer.seal(sealed, known), body);
    },
    open: (sealed, opening) => openAll(layers, sealed, opening),
    sent: (header) => {
      for (const layer of layers) layer.sent?.(header);
    },
    joined: (room, roster, keys) => {
      for (const layer of layers) layer.joined?.(room, roster, keys);
    },
    isEntering: (room) => layers.some((layer) => layer.isEntering?.(room) === true),
    leaving: (room) => {
      for (const layer of layers) layer.leaving?.(room);
    },
    hear: (part, control) => hearing(named.find(({ id }) => id === part)?.layer, control),
    beat: (room) => {
      for (const layer of layers) layer.beat?.(room);
    },
    beats: layers.some((layer) => layer.beat),
  };
}

/** The parts that hand their state on, by name; a name that is not here is nobody's. */
const colleagues = (all: () => readonly { readonly id: string; readonly layer: Layer }[]): Colleagues => ({
  checkpoints: (room) =>
    Object.fromEntries(
      all().flatMap(({ id, layer }) => {
        const checkpoint = layer.checkpoint?.(room) ?? null;
        return checkpoint === null ? [] : [[id, checkpoint]];
      }),
    ),
  resume: (room, checkpoints) => {
    for (const { id, layer } of all())
      if (Object.hasOwn(checkpoints, id)) layer.resume?.(room, checkpoints[id]!);
  },
});

function openAll(layers: readonly Layer[], sealed: Uint8Array, opening: Opening): Opened {
  let body = sealed;
  let known = opening;
  let marked = false;
  const commits: (() => void)[] = [];
  for (const layer of layers) {
    const opened = guarded(layer, body, known);
    if (!opened.ok) return opened;
    body = opened.body;
    if (opened.sealedAt !== undefined) known = { ...known, sealedAt: opened.sealedAt };
    if (opened.commit) commits.push(opened.commit);
    marked ||= opened.marked === true;
  }
  const commitAll = (): void => {
    for (const commit of commits) commit();
  };
  return { ok: true, body, commit: commitAll, marked };
}

const CRASHED = { ok: false, code: 'crashed-part' } as const;

/** Nothing checks the types of a part written outside: only `true` accepts, and only with bytes. */
const isAnswer = (opened: Opened): boolean =>
  opened.ok === true
    ? opened.body instanceof Uint8Array
    : opened.ok === false && typeof opened.code === 'string';

/** A part that throws has not accepted anything: fail closed, and say that it was a crash and no check. */
function guarded(layer: Layer, body: Uint8Array, opening: Opening): Opened {
  try {
    const opened = layer.open(body, opening);
    return isAnswer(opened) ? opened : CRASHED;
  } catch {
    return CRASHED;
  }
}

/** Nobody listens to a control frame of a part that does not stand here. */
function hearing(layer: Layer | undefined, control: Control): Code | null {
  try {
    const code: unknown = layer?.hear?.(control) ?? null;
    return code === null || typeof code === 'string' ? (code as Code | null) : CRASHED.code;
  } catch {
    return 'crashed-part';
  }
}
