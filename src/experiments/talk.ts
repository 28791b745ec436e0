import { randomBytes } from 'node:crypto';
import { quiesce } from '../arena/barrier.js';
import { ROOM } from '../arena/bout.js';
import { Recorder } from '../arena/recorder.js';
import { VirtualClock } from '../arena/virtual-clock.js';
import { revivingCodec, strictCodec } from '../chat/codec.js';
import { Peer } from '../chat/peer.js';
import { Relay } from '../chat/relay.js';
import type { Keysmith } from '../model/defense.js';
import type { Stack } from '../model/stack.js';
import type { Trace } from '../model/trace.js';

/** A relay and the programs that talk over it, without a trial around them: for experiments that need two of them, or programs elsewhere. */
export interface Talk {
  readonly relay: Relay;
  readonly url: string;
  /** The chat's name, from which its keys come. */
  readonly chat: string;
  readonly trace: Trace;
  /** Connects a program of this name and lets it into the room. */
  join(nick: string): Promise<Peer>;
  /** Waits until no frame is under way, whoever is connected. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a relay on loopback. Whoever opens it closes it. */
export async function openTalk(stack: Stack, keysmith: Keysmith, members: readonly string[]): Promise<Talk> {
  const clock = new VirtualClock(Date.UTC(2026, 0, 1));
  const recorder = new Recorder(() => 0);
  // Nothing is ever revived here: no frame of an honest talk holds a function.
  const codec = stack.settings.codec === 'strict' ? strictCodec : revivingCodec(() => null);
  const relay = new Relay({ codec, clock, observe: recorder.of('relay'), log: () => {} });
  const url = await relay.listen();
  const chat = randomBytes(16).toString('hex');
  const keys = keysmith.chat(chat, members, stack.settings.derivation);
  const peers: Peer[] = [];
  return {
    relay,
    url,
    chat,
    trace: recorder.trace,
    join: async (nick) => {
      const peer = new Peer({
        nick,
        codec,
        clock,
        observe: recorder.of(nick),
        log: () => {},
        suite: stack.wire.suite,
        salt: keysmith.salt,
        unlock: async (salt, hosts) => stack.arm(await keys(nick, salt), hosts),
      });
      peers.push(peer);
      await peer.connect(url);
      await peer.join(ROOM);
      return peer;
    },
    settle: () =>
      quiesce({
        clientEnds: () => peers.flatMap(({ socket }) => socket ?? []),
        relayEnds: () => relay.sockets,
        sentByClients: () => recorder.sentByClients,
        sentByRelay: () => recorder.sentByRelay,
        jobs: () => null,
      }),
    close: async () => {
      for (const peer of peers) peer.close();
      await relay.close();
    },
  };
}
