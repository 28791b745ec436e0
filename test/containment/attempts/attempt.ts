/** What a payload may try: its source, and how the harm shows from outside. */
import type { World } from './world.js';

export interface Attempt {
  name: string;
  /** The revived source, written for what the test owns. */
  source: (world: World) => string;
  /**
   * Where the harm would show: `loot` in the canary file · `spoil` in the outside directory · `reach` at a listener ·
   * `listen` as a port that takes our connection · `signal` at the test's own process · `endless` as a process that
   * outlives its limit · `forge` as an execution believed without its canary.
   */
  harm: 'loot' | 'spoil' | 'reach' | 'listen' | 'signal' | 'endless' | 'forge';
  /** Why this machine cannot try it at all; undefined where it can. */
  lacks?: string | undefined;
  /** Why the same source is not run unconfined; undefined where it is, and must succeed. */
  noTwin?: string;
}

type Text = (world: World) => string;
type Rest = Partial<Pick<Attempt, 'lacks' | 'noTwin'>>;

const FS = "const fs=require('fs');";
export const quote = (value: unknown): string => JSON.stringify(value);

/** `body` returns what it stole; the loot is the secret if the canary file holds it. The source never holds the secret. */
export function steal(name: string, body: Text, rest: Rest = {}): Attempt {
  const source: Text = (world) => `function(){${FS}fs.writeFileSync('canary',(()=>{${body(world)}})())}()`;
  return { name, source, harm: 'loot', ...rest };
}

export function stealLater(name: string, body: Text, rest: Rest = {}): Attempt {
  const source: Text = (world) =>
    `function(){${FS}(async()=>{${body(world)}})().then((loot)=>fs.writeFileSync('canary',loot))}()`;
  return { name, source, harm: 'loot', ...rest };
}

/** `body` must get past its last line; only then is the secret written. */
export function pass(name: string, body: Text, rest: Rest = {}): Attempt {
  const source: Text = (world) =>
    `function(){${FS}${body(world)};fs.writeFileSync('canary',${quote(world.secret)})}()`;
  return { name, source, harm: 'loot', ...rest };
}

function acting(harm: Attempt['harm']) {
  return (name: string, body: Text, rest: Rest = {}): Attempt => {
    return { name, source: (world) => `function(){${FS}${body(world)}}()`, harm, ...rest };
  };
}

export const loot = acting('loot');
export const spoil = acting('spoil');
export const reach = acting('reach');
export const listen = acting('listen');
export const signal = acting('signal');
export const endless = acting('endless');
export const forge = acting('forge');

export const onLinux = process.platform === 'linux' ? undefined : 'Linux only';
export const since = (major: number): string | undefined =>
  Number.parseInt(process.versions.node, 10) >= major ? undefined : `needs Node ${major}`;
