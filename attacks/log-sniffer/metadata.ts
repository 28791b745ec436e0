/**
 * Somebody reads the relay's log to learn who speaks in which room; the words do not matter. The coursework's log names
 * both in every line, and whatever sealed the body left them outside. Digests without a key are undone by trying the
 * few names there are, digests under a key that the program brings by running the program, digests that repeat by the order
 * in which people came, and what is as long as a name by its length; only digests under the relay's own key that never
 * repeat stop this. CWE-1230.
 */
import { defineAttack, type Tactic, type Tools } from '../../src/model/attack.js';
import { mayBe } from './digests.js';
import { aboutMessages, type LogLine, linesIn, wordsOf } from './log-lines.js';

/** How many are said; where the log has no line of any, their authors and rooms are drawn. */
const MESSAGES = 32;

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
      const messages = aboutMessages(lines);
      tools.did(`reads ${messages.length} lines about messages in the relay's log and ${does}`);
      const anyOf = (field: Field): string => any(namesFor(field, tools), tools);
      if (messages.length === 0)
        return JSON.stringify(Array.from({ length: MESSAGES }, () => [anyOf('nick'), anyOf('room')]));
      return NAMINGS.flatMap((naming) => naming(lines, tools)).map((nameIn) => {
        const pick = (line: LogLine, field: Field): string => nameIn(line, field) ?? anyOf(field);
        return JSON.stringify(messages.map((line) => [pick(line, 'nick'), pick(line, 'room')]));
      });
    },
  }),
});

type Field = 'nick' | 'room';
type Names = (line: LogLine, field: Field) => string | undefined;
type NamesFrom = (lines: readonly LogLine[], tools: Tools) => Names | Names[];

/** The names that may stand in a field of the lines. */
const namesFor = (field: Field, { members, rooms }: Tools): readonly string[] =>
  field === 'nick' ? members : rooms;

/** What a field of all lines gives, worked out once. */
const eachField = <T>(of: (field: Field) => T): Readonly<Record<Field, T>> => ({
  nick: of('nick'),
  room: of('room'),
});

/** As they stand, in whole or in part; as digests of names; as the relay's own program writes them; by their length; in the order in which they came. */
const NAMINGS: readonly NamesFrom[] = [asTheyStand, asDigests, asWritten, asLong, asTheyCame];

function asTheyStand(lines: readonly LogLine[], tools: Tools): Names {
  const messages = aboutMessages(lines);
  const named = eachField((field) => {
    const names = namesFor(field, tools);
    const found =
      standing(messages, names) ??
      lettered(
        messages.map((line) => line[field] ?? ''),
        names,
      );
    return new Map(messages.map((line, at) => [line, found?.[at]]));
  });
  return (line, field) => named[field].get(line);
}

/** What each line tells, one entry a line. */
type Told = readonly (string | undefined)[];

const kinds = (told: Told): number => new Set(told.filter((name) => name !== undefined)).size;

/** Names that stand anywhere in the lines as whole words; of several the first that is not always the same. Null where none is. */
function standing(lines: readonly LogLine[], names: readonly string[]): Told | null {
  const found = lines.map(({ text }) => spellingsOf(text).flatMap((spelt) => namesIn(spelt, names)));
  const columns = Array.from({ length: Math.max(0, ...found.map((some) => some.length)) }, (_, at) =>
    found.map((some) => some[at]),
  );
  const most = Math.max(0, ...columns.map(kinds));
  return most < 2 ? null : columns.find((column) => kinds(column) === most)!;
}

/** A line as it stands, backwards, and with its words decoded. */
const spellingsOf = (text: string): string[] => [
  text,
  [...text].reverse().join(''),
  ...wordsOf(text).flatMap((word) =>
    (['base64', 'hex'] as const).map((encoding) => Buffer.from(word, encoding).toString('latin1')),
  ),
];

const namesIn = (text: string, names: readonly string[]): string[] =>
  (text.match(/[A-Za-z0-9]+/g) ?? []).filter((word) => names.includes(word));

/** How many letters from either end of a name one of them may tell it from the others. */
const LETTERS = 3;

/** Names of which one letter is left in its place, first or last or near to that, and tells them apart. Null where none is. */
function lettered(words: readonly string[], names: readonly string[]): Told | null {
  for (let place = -LETTERS; place < LETTERS; place++) {
    const told = words.map((word) => {
      const [name, ...others] = names.filter((some) => some.at(place) === word.at(place));
      return others.length === 0 ? name : undefined;
    });
    if (told.every((name) => name !== undefined) && kinds(told) > 1) return told;
  }
  return null;
}

function asDigests(lines: readonly LogLine[], tools: Tools): Names {
  const nameIn: Names = (line, field) => {
    const word = line[field];
    // A digest may bring its salt along in one word.
    const inside = word === null ? [] : wordsOf(word);
    const words = word === null ? wordsOf(line.text) : [word, ...inside];
    const salts = [...line.salts, ...inside, ...namesFor(field === 'nick' ? 'room' : 'nick', tools)];
    return namesFor(field, tools).find((name) => words.some((some) => mayBe(some, name, salts)));
  };
  const pays = eachField((field) => lines.slice(0, TRIED).some((line) => nameIn(line, field)));
  return (line, field) => (pays[field] ? nameIn(line, field) : undefined);
}

/** By the order in which people and rooms came: for any two words of a line that may stand for them. */
function asTheyCame(lines: readonly LogLine[], tools: Tools): Names[] {
  const words = new Map(lines.map((line) => [line, wordsOf(line.text)]));
  const messages = aboutMessages(lines);
  const places = Math.min(...messages.map((line) => words.get(line)!.length));
  const columns = eachField((field) =>
    Array.from({ length: places }, (_, at) => at).filter((at) => {
      const several = kinds(messages.map((line) => words.get(line)![at]));
      return several > 1 && several <= namesFor(field, tools).length;
    }),
  );
  const cameAt = (at: number): readonly (string | undefined)[] => [
    ...new Set(lines.map((line) => words.get(line)![at])),
  ];
  return columns.nick.flatMap((nick) =>
    columns.room.map((room): Names => {
      const [place, came] = [
        { nick, room },
        { nick: cameAt(nick), room: cameAt(room) },
      ];
      return (line, field) => namesFor(field, tools)[came[field].indexOf(words.get(line)![place[field]])];
    }),
  );
}

/** By length alone: what is covered letter by letter, or encrypted, is as long as the name. For any two names of which one is longer. */
function asLong(lines: readonly LogLine[], tools: Tools): Names[] {
  const messages = aboutMessages(lines);
  const readings = eachField((field) => {
    const names = namesFor(field, tools);
    const lengths = [...new Set(messages.map((line) => line[field]?.length ?? 0))].sort((a, b) => a - b);
    if (lengths.length !== 2) return [];
    return names.flatMap((short) =>
      names
        .filter((long) => long.length > short.length)
        .map((long) => (word: string | null) => (word?.length === lengths[0] ? short : long)),
    );
  });
  return readings.nick.flatMap((nick) =>
    readings.room.map(
      (room): Names =>
        (line, field) =>
          ({ nick, room })[field](line[field]),
    ),
  );
}

/** One program for each author and room, to which every line of the log was about these: who it is about, it writes most alike. */
function asWritten(lines: readonly LogLine[], { members, rooms, ownLog }: Tools): Names {
  const named = eachField(() => new Map<LogLine, string>());
  const pairs = members.flatMap((nick) => rooms.map((room) => ({ nick, room })));
  for (const key of ownLog ? [undefined, ...keysIn(lines)] : []) {
    const programs = pairs.map((pair) => ({ pair, write: ownLog!(key) }));
    let pays = false;
    for (const [number, line] of lines.entries()) {
      if (number === TRIED && !pays) break;
      const { event, time, size } = line;
      const words = wordsOf(line.text);
      const alike = programs.map(({ pair, write }) => {
        const written = wordsOf(write({ time, event, ...pair, size: size ?? 0 }));
        return { pair, count: words.filter((word, at) => word === written[at]).length };
      });
      const most = Math.max(...alike.map(({ count }) => count));
      const best = alike.filter(({ count }) => count === most).map(({ pair }) => pair);
      for (const field of ['nick', 'room'] as const) {
        if (new Set(best.map((pair) => pair[field])).size > 1) continue;
        named[field].set(line, best[0]![field]);
        pays = true;
      }
    }
  }
  return (line, field) => named[field].get(line);
}

const KEY_BYTES = 32;
/** Keys that are tried. */
const KEYS = 4;

/** The first words of the log that may be a key, in hex or base64: what the digests were made with may lie among them. */
function keysIn(lines: readonly LogLine[]): Uint8Array[] {
  const words = new Set(
    lines.flatMap(({ text }) => wordsOf(text).filter((word) => word.length >= KEY_BYTES)),
  );
  const keys = [...words].map((word) => Buffer.from(word, word.length === 2 * KEY_BYTES ? 'hex' : 'base64'));
  return keys.filter(({ length }) => length === KEY_BYTES).slice(0, KEYS);
}

/** All lines are written alike: where none of the first gives a name away, the others are not tried. */
const TRIED = 8;

const any = (names: readonly string[], tools: Tools): string => names[tools.random(1)[0]! % names.length]!;
