import { createHmac } from 'node:crypto';
import { logRedaction } from '../../src/defenses/log-redaction.js';
import type { Part } from '../../src/model/defense.js';

/** Who, where and when, as an entry of the log names them, and the number of its line. */
interface Names {
  readonly time: string;
  readonly room: string;
  readonly nick: string;
  readonly number: number;
}

type Writer = NonNullable<NonNullable<Part['settings']>['relayLog']>['writer'];

const writing = (id: string, title: string, writer: Writer): Part => ({
  ...logRedaction,
  id,
  title,
  insteadOf: 'log-redaction',
  settings: { relayLog: { writer } },
});

/** A decoy of `log-redaction`, sound but for what it writes in the place of names, and beside it; `key` is the relay's own. */
export const redactedAs = (
  id: string,
  title: string,
  written: (names: Names, key: Uint8Array) => Readonly<Record<string, string>>,
): Part =>
  writing(id, title, (key) => {
    let number = 0;
    return ({ time, event, room = '', nick = '', size = 0 }) => {
      const names = { time, room, nick, number: ++number };
      return { line: JSON.stringify({ time, event, number, ...written(names, key), size }) };
    };
  });

/** One that writes no names, and keeps the words in some form. */
export const keeping = (id: string, title: string, kept: (body: string) => unknown): Part =>
  writing(id, title, () => ({ time, event, body = '' }) => ({
    line: JSON.stringify({ time, event, kept: kept(body) }),
  }));

/** Digests as short as those of the sound part, in hexadecimal digits. */
export const DIGITS = 24;

/** A pseudonym: a keyed digest that is the same for the same name. */
export const pseudonym = (name: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(name).digest('hex').slice(0, DIGITS);
