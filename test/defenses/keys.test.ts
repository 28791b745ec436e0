import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keysmith, once, type Stretch } from '../../src/defenses/keys.js';
import { isSigned, signatureOf } from '../../src/defenses/signature.js';
import { utf8 } from '../../src/model/bytes.js';

const SALT = Uint8Array.from({ length: 16 }, (_, index) => 0xf0 + index);
const PROPOSAL = Buffer.from(SALT).toString('base64');
const OTHER = Buffer.alloc(16, 7).toString('base64');

/** A quick stand-in for PBKDF2 that tells what it was asked. */
function stretching(): { stretch: Stretch; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    stretch: async (password, salt) => {
      asked.push(`${password} ${Buffer.from(salt).toString('base64')}`);
      return masterOf(password, Buffer.from(salt).toString('base64'));
    },
  };
}

const masterOf = (password: string, salt: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`${password} ${salt}`).digest());

/** HKDF-SHA256 as docs/wire-format.md names it. */
const derived = (master: Uint8Array, chat: string, use: string, bytes: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, chat, `mallory/v1/${use}`, bytes));

const smith = (password = 'secret') => keysmith(password, SALT, stretching().stretch);

describe('stretching once', () => {
  test('asks once for each pair of password and salt, and answers every time', async () => {
    const { stretch, asked } = stretching();
    const thrifty = once(stretch);
    const answers = await Promise.all([thrifty('a', SALT), thrifty('a', SALT.slice())]);
    answers.push(await thrifty('a', SALT));
    expect(answers).toEqual(Array(3).fill(masterOf('a', PROPOSAL)));
    expect(asked).toEqual([`a ${PROPOSAL}`]);
  });

  test('asks again for another password, and for another salt', async () => {
    const { stretch, asked } = stretching();
    const thrifty = once(stretch);
    const other = Buffer.from(OTHER, 'base64');
    expect(await thrifty('a', SALT)).toEqual(masterOf('a', PROPOSAL));
    expect(await thrifty('b', SALT)).toEqual(masterOf('b', PROPOSAL));
    expect(await thrifty('a', other)).toEqual(masterOf('a', OTHER));
    expect(asked).toEqual([`a ${PROPOSAL}`, `b ${PROPOSAL}`, `a ${OTHER}`]);
  });

  test('knows where a password ends and a salt begins', async () => {
    const { stretch, asked } = stretching();
    const thrifty = once(stretch);
    await thrifty('a', Buffer.from('bb', 'hex'));
    await thrifty('abb', Buffer.alloc(0));
    expect(asked).toHaveLength(2);
  });
});

describe('the group keys of a chat', () => {
  test('are derived from the stretched password by chat, use and length', async () => {
    const { group } = await smith().chat('lab', [])('alice', undefined);
    const master = masterOf('secret', PROPOSAL);
    expect(group('mac', 32)).toEqual(derived(master, 'lab', 'mac', 32));
    expect(group('encryption', 16)).toEqual(derived(master, 'lab', 'encryption', 16));
    expect(group('mac', 16)).not.toEqual(group('encryption', 16));
  });

  test('are the same for every member, and others in another chat, password or salt', async () => {
    const keyOf = async (password: string, chat: string, nick: string, salt?: string) =>
      (await smith(password).chat(chat, [])(nick, salt)).group('mac', 32);
    const own = await keyOf('secret', 'lab', 'alice');
    expect(await keyOf('secret', 'lab', 'bob')).toEqual(own);
    expect(await keyOf('secret', 'lab', 'bob', PROPOSAL)).toEqual(own);
    for (const [password, chat, salt] of [
      ['secret', 'other', undefined],
      ['Secret', 'lab', undefined],
      ['secret', 'lab', OTHER],
    ] as const)
      expect(await keyOf(password, chat, 'alice', salt)).not.toEqual(own);
  });

  test('use the salt that the chat has, not the one that was proposed', async () => {
    const { stretch, asked } = stretching();
    const { group } = await keysmith('secret', SALT, stretch).chat('lab', [])('alice', OTHER);
    expect(asked).toEqual([`secret ${OTHER}`]);
    expect(group('mac', 32)).toEqual(derived(masterOf('secret', OTHER), 'lab', 'mac', 32));
  });

  test('hashed once are the same under every salt, and nothing is stretched', async () => {
    const { stretch, asked } = stretching();
    const keysIn = keysmith('secret', SALT, stretch).chat('lab', [], 'sha256');
    const hashed = new Uint8Array(createHash('sha256').update('secret').digest());
    for (const salt of [undefined, PROPOSAL, OTHER])
      expect((await keysIn('alice', salt)).group('mac', 32)).toEqual(derived(hashed, 'lab', 'mac', 32));
    expect(asked).toEqual([]);
    await keysmith('secret', SALT, stretch).chat('lab', [], 'pbkdf2')('alice', undefined);
    expect(asked).toEqual([`secret ${PROPOSAL}`]);
  });

  test('have a salt of 16 bytes, fresh unless given', () => {
    expect(smith().salt).toBe(PROPOSAL);
    const salts = [keysmith('secret').salt, keysmith('secret').salt];
    for (const salt of salts) expect(Buffer.from(salt, 'base64')).toHaveLength(16);
    expect(salts[0]).not.toBe(salts[1]);
  });
});

describe('the identities of a chat', () => {
  const aChat = () => smith().chat('lab', ['alice', 'bob']);

  test('are one key pair for each nick, on every one of her devices', async () => {
    const chat = aChat();
    const [one, again, bob] = await Promise.all(
      ['alice', 'alice', 'bob'].map((nick) => chat(nick, undefined)),
    );
    expect(one!.personal).toBe(one!.personal);
    expect(again!.personal).toEqual(one!.personal);
    expect(bob!.personal.public).not.toEqual(one!.personal.public);
    expect(one!.personal.secret).toHaveLength(32);
    expect(one!.personal.public).toHaveLength(32);
  });

  test('sign what verifies under the pinned key, and under no other’s', async () => {
    const chat = aChat();
    const alice = await chat('alice', undefined);
    const bob = await chat('bob', undefined);
    const message = utf8('hello');
    const tag = signatureOf(message, alice.personal.secret);
    expect(isSigned(tag, message, bob.pinned.get('alice')!)).toBe(true);
    expect(isSigned(tag, message, bob.pinned.get('bob')!)).toBe(false);
  });

  test('are fresh for each chat, even under one password and name', async () => {
    const chat = aChat();
    const other = await smith().chat('lab', ['alice'])('alice', undefined);
    expect(other.personal.public).not.toEqual((await chat('alice', undefined)).personal.public);
  });

  test('are pinned for members, and for nobody who only came', async () => {
    const chat = aChat();
    const { pinned } = await chat('alice', undefined);
    const mallory = await chat('mallory', undefined);
    expect(mallory.personal.public).toHaveLength(32);
    expect(pinned.get('mallory')).toBeUndefined();
    expect(mallory.pinned.get('mallory')).toBeUndefined();
    expect(pinned.get('bob')).toEqual((await chat('bob', undefined)).personal.public);
    expect(pinned.get('alice')).toEqual((await chat('alice', undefined)).personal.public);
  });
});

describe('the host', () => {
  test('is the first of the members, whoever asks', async () => {
    const keysIn = smith().chat('lab', ['carol', 'alice']);
    for (const nick of ['carol', 'alice', 'mallory'])
      expect((await keysIn(nick, undefined)).host).toBe('carol');
  });

  test('is whoever asks where no members are named', async () => {
    expect((await smith().chat('lab', [])('alice', undefined)).host).toBe('alice');
  });
});

describe('the dictionary', () => {
  test('is eight passwords, each of them stretched with the chat’s salt before it is handed out', async () => {
    const { stretch, asked } = stretching();
    const candidates = await keysmith('secret', SALT, stretch).dictionary!();
    const words = candidates.map(({ password }) => password);
    expect(new Set(words).size).toBe(8);
    expect(words).not.toContain('secret');
    expect(asked).toEqual(words.map((word) => `${word} ${PROPOSAL}`));
  });

  test('gives the very keys that a chat has whose members chose that password, and no other’s', async () => {
    const candidates = await smith().dictionary!();
    const victim = candidates[3]!.password;
    const real = (await smith(victim).chat('lab', [])('alice', undefined)).group('fernet', 32);
    const fitting: string[] = [];
    for (const { password, keysmith } of candidates) {
      expect(keysmith.salt).toBe(PROPOSAL);
      const tried = (await keysmith.chat('lab', [])('mallory', PROPOSAL)).group('fernet', 32);
      if (Buffer.from(tried).equals(real)) fitting.push(password);
    }
    expect(fitting).toEqual([victim]);
  });

  test('stretches as the keysmith does that made it', async () => {
    const { stretch, asked } = stretching();
    const [first] = await keysmith('secret', SALT, stretch).dictionary!();
    const salt = randomBytes(16).toString('base64');
    await first!.keysmith.chat('lab', [])('mallory', salt);
    expect(asked.at(-1)).toBe(`${first!.password} ${salt}`);
  });
});
