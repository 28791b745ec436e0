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
  type Refused,
} from '../model/defense.js';
import { reasonOf } from '../model/failure.js';
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

/** The layer of a part, under the part's name. */
interface Named {
  readonly id: string;
  readonly layer: Layer;
}

/** All layers of one device as one. Opening goes from the outside in and stops at the first refusal. */
export function arm(parts: readonly Part[], keys: Keys, hosts: (part: string) => Host = nowhere): Armed {
  const layers: Named[] = parts.flatMap((part) => {
    const layer = naming(part.id, () =>
      part.layer?.(
        keys,
        hosts(part.id),
        colleagues(() => layers),
      ),
    );
    return part.layer ? [{ id: part.id, layer: asLayer(part.id, layer) }] : [];
  });
  const each = (work: (layer: Layer) => void): void => {
    for (const { id, layer } of layers) naming(id, () => work(layer));
  };
  return {
    seal: (body, sealing) => {
      each((layer) => {
        const code = layer.cannotSeal?.(sealing.header.room) ?? null;
        if (code !== null) throw new CannotSeal(code);
      });
      const known = { ...sealing, length: body.length };
      return layers.reduceRight((inner, { id, layer }) => {
        const sealed: unknown = naming(id, () => layer.seal(inner, known));
        if (sealed instanceof Uint8Array) return sealed;
        throw new TypeError(`${id}: what it sealed is no Uint8Array`);
      }, body);
    },
    open: (sealed, opening) => openAll(layers, sealed, opening),
    sent: (header) => each((layer) => layer.sent?.(header)),
    joined: (room, roster, keys) => each((layer) => layer.joined?.(room, roster, keys)),
    isEntering: (room) => layers.some(({ layer }) => layer.isEntering?.(room) === true),
    leaving: (room) => each((layer) => layer.leaving?.(room)),
    hear: (part, control) => {
      const named = layers.find(({ id }) => id === part);
      return named ? hearing(named, control) : null;
    },
    beat: (room) => each((layer) => layer.beat?.(room)),
    beats: layers.some(({ layer }) => layer.beat),
  };
}

/** Nothing checks the types of a part written outside. */
function asLayer(id: string, layer: unknown): Layer {
  const { seal, open } = (layer ?? {}) as Partial<Layer>;
  if (typeof seal === 'function' && typeof open === 'function') return layer as Layer;
  throw new TypeError(`${id}: its layer has no seal and open`);
}

/** Says of what a part throws which part it was. */
function naming<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CannotSeal ? error : new Error(`${id}: ${reasonOf(error)}`, { cause: error });
  }
}

/** The parts that hand their state on, by name; a name that is not here is nobody's. */
const colleagues = (all: () => readonly Named[]): Colleagues => ({
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

function openAll(layers: readonly Named[], sealed: Uint8Array, opening: Opening): Opened {
  let body = sealed;
  let known = opening;
  let marked = false;
  const commits: (() => void)[] = [];
  for (const named of layers) {
    const opened = guarded(named, body, known);
    if (!opened.ok) return opened;
    const { commit } = opened;
    body = opened.body;
    if (opened.sealedAt !== undefined) known = { ...known, sealedAt: opened.sealedAt };
    if (commit) commits.push(() => naming(named.id, commit));
    marked ||= opened.marked === true;
  }
  const commitAll = (): void => {
    for (const commit of commits) commit();
  };
  return { ok: true, body, commit: commitAll, marked };
}

const crashed = (id: string, what: string): Refused => ({
  ok: false,
  code: 'crashed-part',
  why: `${id}: ${what}`,
});

/** Nothing checks the types of a part written outside: only `true` accepts, and only with bytes. */
const isAnswer = (answer: unknown): answer is Opened => {
  const { ok, body, code } = (answer ?? {}) as Partial<Record<'ok' | 'body' | 'code', unknown>>;
  return ok === true ? body instanceof Uint8Array : ok === false && typeof code === 'string';
};

/** A part that throws has not accepted anything: fail closed, and say that it was a crash and no check. */
function guarded({ id, layer }: Named, body: Uint8Array, opening: Opening): Opened {
  try {
    const opened: unknown = layer.open(body, opening);
    if (!isAnswer(opened))
      return crashed(id, 'open answered neither { ok: true, body } nor { ok: false, code }');
    return opened.ok ? opened : { ok: false, code: opened.code };
  } catch (error) {
    return crashed(id, reasonOf(error));
  }
}

/** Whether a part refuses a control frame that names it. */
function hearing({ id, layer }: Named, control: Control): Refused | null {
  try {
    const code: unknown = layer.hear?.(control) ?? null;
    if (code === null) return null;
    return typeof code === 'string'
      ? { ok: false, code: code as Code }
      : crashed(id, 'hear answered neither a code nor null');
  } catch (error) {
    return crashed(id, reasonOf(error));
  }
}
