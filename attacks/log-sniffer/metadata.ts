/**
 * Somebody reads the relay's log to learn who speaks in which room; the words do not matter. The coursework's log names
 * both in every line, and whatever sealed the body left them outside. Digests without a key are undone by trying the
 * few names there are, digests under a key that the program brings by running the program, and digests that repeat by the
 * order in which people came; only those under the relay's own key that never repeat stop this. CWE-1230.
 */
import { createHash, createHmac } from 'node:crypto';
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { isMessage, type LogLine, linesIn } from './log-lines.js';

export default defineAttack<'log', Tactic>({
  id: 'log-sniffer/metadata',
  title: "The relay's log tells who speaks where",
  position: 'log',
  target: 'relay',
  property: 'metadata-privacy',
  needs: [],
  alarms: [],
  cwe: [1230],
  sources: ['CWE-1230', 'OWASP Logging Cheat Sheet, Data to exclude', 'RFC 6973 §5.2'],
  tactics: () => [{ id: 'every-way', does: 'looks for the names in every way that she knows' }],
  adversary: (log, { does }, tools) => ({
    guess: () => {
      const text = log.read();
      const lines = linesIn(text);
      const messages = lines.filter(isMessage);
      tools.did(`reads ${messages.length} lines about messages in the relay's log and ${does}`);
      return NAMINGS.map((naming) => {
        const nameIn = naming(lines, tools);
        const pick = (line: LogLine, field: Field): string =>
          nameIn(line, field) ?? any(namesFor(field, tools), tools);
        return JSON.stringify(messages.map((line) => [pick(line, 'nick'), pick(line, 'room')]));
      });
    },
  }),
});

type Field = 'nick' | 'room';
type Names = (line: LogLine, field: Field) => string | undefined;
type NamesFrom = (lines: readonly LogLine[], tools: Tools) => Names;

/** The names that may stand in a field of the lines. */
const namesFor = (field: Field, { members, rooms }: Tools): readonly string[] =>
  field === 'nick' ? members : rooms;

/** What a field of all lines gives, worked out once. */
const eachField = <T>(of: (field: Field) => T): Readonly<Record<Field, T>> => ({
  nick: of('nick'),
  room: of('room'),
});

/** As they stand; as digests of names; as the relay's own program writes them; in the order in which they came. */
const NAMINGS: readonly NamesFrom[] = [asTheyStand, asDigests, asWritten, asTheyCame];

function asTheyStand(_: readonly LogLine[], tools: Tools): Names {
  return (line, field) => namesFor(field, tools).find((name) => name === line[field]);
}

function asDigests(lines: readonly LogLine[], tools: Tools): Names {
  const nameIn: Names = (line, field) => {
    const word = line[field];
    const salts = [...line.salts, ...namesFor(field === 'nick' ? 'room' : 'nick', tools)];
    return namesFor(field, tools).find((name) => word !== null && mayBe(word, name, salts));
  };
  const pays = eachField((field) => lines.slice(0, TRIED).some((line) => nameIn(line, field)));
  return (line, field) => (pays[field] ? nameIn(line, field) : undefined);
}

function asTheyCame(lines: readonly LogLine[], tools: Tools): Names {
  const words = eachField((field) => [...new Set(lines.flatMap((line) => line[field] ?? []))]);
  return (line, field) => namesFor(field, tools)[words[field].indexOf(line[field] ?? '')];
}

/** One program for each author and room, to which every line of the log was about these: where it writes the same, they were. */
function asWritten(lines: readonly LogLine[], { members, rooms, ownLog }: Tools): Names {
  const named = eachField(() => new Map<LogLine, string>());
  const pairs = members.flatMap((nick) => rooms.map((room) => ({ nick, room })));
  for (const pair of ownLog ? pairs : []) {
    const write = ownLog!();
    for (const line of lines) {
      const written = linesIn(write({ time: '', event: line.event, ...pair, size: line.size ?? 0 }))[0];
      for (const field of ['nick', 'room'] as const)
        if (written?.[field] && written[field] === line[field]) named[field].set(line, pair[field]);
    }
  }
  return (line, field) => named[field].get(line);
}

const HASHES = ['sha256', 'sha512', 'sha1', 'md5'] as const;
const LEAST = 6;
/** All lines are written alike: where none of the first gives a name away, the others are not tried. */
const TRIED = 8;

/** The name alone, and before and behind whatever of its line may be a salt: one that anybody can read protects nothing. */
const saltedWith = (name: string, salts: readonly string[]): string[] => [
  name,
  ...salts.flatMap((salt) =>
    ['', ':', '|', '.', '-', '/', ' '].flatMap((between) => [salt + between + name, name + between + salt]),
  ),
];

/** Whether a word begins a digest of the name, salted or not, hashed twice, or keyed with what anybody can read, by any usual hash in any usual encoding. */
const mayBe = (word: string, name: string, salts: readonly string[]): boolean =>
  word.length >= LEAST &&
  HASHES.some(
    (hash) =>
      salts.some((salt) => begins(createHmac(hash, salt).update(name).digest(), word)) ||
      saltedWith(name, salts).some((text) => {
        const digest = createHash(hash).update(text).digest();
        return begins(digest, word) || begins(createHash(hash).update(digest.toString('hex')).digest(), word);
      }),
  );

const begins = (digest: Buffer, word: string): boolean =>
  (['hex', 'base64', 'base64url'] as const).some((encoding) => digest.toString(encoding).startsWith(word));

const any = (names: readonly string[], tools: Tools): string => names[tools.random(1)[0]! % names.length]!;
