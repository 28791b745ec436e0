/** The shape of what a plugin exports, checked where it is loaded and, as facts, once more where it is shown. */
import * as v from 'valibot';
import type { Attack } from '../model/attack.js';
import { NEEDS } from '../model/attack.js';
import { type Part, STAGES } from '../model/defense.js';
import { POSITIONS, PROPERTIES } from '../model/property.js';
import type { Scenario } from '../model/scenario.js';
import { COUNTERS } from '../model/trace.js';
import { VERDICTS } from '../model/verdict.js';

/** What one or several files bring. */
export interface Plugin {
  readonly attacks: readonly Attack[];
  readonly parts: readonly Part[];
  readonly scenarios: readonly Scenario[];
}

/** What a plugin holds is not of the shape that the laboratory takes; the message names the place. */
export class PluginRefused extends Error {}

/** Stands in a plugin's facts wherever the plugin has a function. */
const FUNCTION = '(a function)';

/** A plugin as data: JSON with `FUNCTION` in the place of functions. */
export const factsOf = (plugin: Plugin): string =>
  JSON.stringify(plugin, (_, value) => (typeof value === 'function' ? FUNCTION : value));

/** The plugin of these facts, with stand-ins that throw in the place of its functions. Throws PluginRefused. */
export const fromFacts = (facts: string): Plugin =>
  checked(JSON.parse(facts, (_, value) => (value === FUNCTION ? standIn : value)));

const standIn = (): never => {
  throw new Error('the code of a plugin runs in a worker thread only');
};

const code = v.function('it is no function');
const words = v.pipe(
  v.string(),
  v.nonEmpty('it is empty'),
  v.maxLength(400, 'it is longer than 400 characters'),
);
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';
const id = (pattern: string, like: string) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^${pattern}$`), `it is no id such as ${like}`),
    v.maxLength(60, 'it is longer than 60 characters'),
  );
const partId = v.pipe(id(NAME, '"short-tag"'), v.notValue('none', 'none is the absence of a defense'));
const attackId = id(`${NAME}/${NAME}`, '"rogue-server/rewrite"');
const count = (least: number) => v.pipe(v.number(), v.integer('it is no whole number'), v.minValue(least));

/** What functions and numbers a part sets, and what honest people do beside an attack, is for its author to know; what counts is fought. */
const settings = v.record(v.string(), v.any());

const attack = v.object({
  id: attackId,
  title: words,
  position: v.picklist(POSITIONS),
  property: v.picklist(PROPERTIES),
  needs: v.array(v.picklist(NEEDS)),
  against: v.optional(partId),
  alarms: v.array(v.string()),
  cwe: v.array(count(1)),
  sources: v.array(v.string()),
  target: v.optional(v.picklist(['relay', 'bob'])),
  counter: v.optional(v.picklist(COUNTERS)),
  circumstances: v.optional(settings),
  tactics: code,
  adversary: code,
});

const encoding = v.picklist(['utf8', 'hex', 'base64', 'base64url']);
const field = v.object({
  name: v.picklist([
    'version',
    'time',
    'iv',
    'tag',
    'public-key',
    'context',
    'view',
    'counter',
    'nonce',
    'epoch',
    'length',
    'body',
  ]),
  bytes: v.optional(count(0)),
  form: v.optional(v.literal('last-counts')),
  until: v.optional(v.pipe(v.string(), v.length(1, 'it is not one character'))),
  encoding: v.optional(encoding),
  algorithm: v.optional(
    v.picklist([
      'hmac-sha256',
      'sha256',
      'ed25519',
      'aes-128-ctr',
      'aes-128-cbc',
      'aes-256-gcm',
      'unix-seconds',
    ]),
  ),
});

const part = v.object({
  id: partId,
  title: words,
  protects: words,
  leavesOpen: words,
  stage: v.picklist(STAGES),
  brings: v.optional(v.array(partId)),
  insteadOf: v.optional(partId),
  gives: v.optional(v.array(partId)),
  personalKeys: v.optional(v.literal(true)),
  envelope: v.optional(
    v.object({ part: v.string(), encoding, fields: v.pipe(v.array(field), v.nonEmpty('it is empty')) }),
  ),
  settings: v.optional(
    v.object({
      codec: v.optional(v.picklist(['reviving', 'strict'])),
      screen: v.optional(code),
      answersRefusals: v.optional(v.boolean()),
      takesUnsealed: v.optional(v.boolean()),
      announcesKeys: v.optional(v.boolean()),
      derivation: v.optional(v.picklist(['pbkdf2', 'sha256'])),
      limits: v.optional(settings),
      relayLog: v.optional(settings),
      tls: v.optional(settings),
    }),
  ),
  layer: v.optional(code),
});

const nick = v.pipe(
  v.string(),
  v.regex(/^[a-z]{1,20}$/, 'it is no nick such as "alice"'),
  v.notValue('mallory', 'mallory is the adversary'),
);
const question = v.object({
  asks: words,
  hints: v.array(v.string()),
  cells: v.array(v.tuple([attackId, v.string(), v.picklist(VERDICTS)])),
});
const lesson = v.object({
  notice: v.array(v.string()),
  questions: v.tuple([question, question, question]),
  reading: v.array(v.object({ title: v.string(), address: v.optional(v.string()) })),
});
const scenario = v.object({
  id: id(NAME, '"rogue-server"'),
  title: words,
  story: v.string(),
  cast: v.pipe(v.array(nick), v.minLength(2, 'it takes two to chat')),
  attacks: v.array(attackId),
  defenses: v.pipe(v.array(v.string()), v.nonEmpty('it is empty')),
  lesson: v.string(),
  teaches: v.optional(lesson),
  script: code,
  scripts: v.optional(v.record(attackId, code)),
});

const plugin = v.object({ attacks: v.array(attack), parts: v.array(part), scenarios: v.array(scenario) });

/** The plugin, without anything that no plugin has. Throws PluginRefused. */
export function checked(exported: unknown): Plugin {
  const read = v.safeParse(plugin, exported);
  if (!read.success) throw new PluginRefused(told(read.issues[0]));
  const { attacks, parts, scenarios } = read.output;
  if (attacks.length + parts.length + scenarios.length > 0) return read.output as unknown as Plugin;
  throw new PluginRefused('it exports neither attacks nor parts nor scenarios');
}

/** Such as `attacks[0].position: Expected ("log" | "wire") but received "moon"`. */
function told(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');
  const missing = issue.received === 'undefined';
  return `${path.slice(1)}: ${missing ? 'it is missing' : issue.message.replace(/^Invalid (?:type|key): /, '').replace(/\s+/g, ' ')}`;
}
