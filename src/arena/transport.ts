import { Agent } from 'node:https';
import { type ConnectionOptions, createSecureContext, type SecureContext } from 'node:tls';
import type { ClientOptions } from 'ws';
import { LOOPBACK } from '../chat/relay.js';
import type { Certificate } from '../model/attack.js';
import type { Credentials, Tls } from '../model/defense.js';
import { MALLORY } from '../model/trace.js';
import type { Bout } from './bout.js';

const contexts = new WeakMap<Credentials, SecureContext>();

/** One for all clients: reading the authority's certificate costs more than a connection. */
function trusting(credentials: Credentials): SecureContext {
  const context = contexts.get(credentials) ?? createSecureContext({ ca: credentials.authority });
  contexts.set(credentials, context);
  return context;
}

/** How a client speaks TLS; empty where the chat has none. */
type ClientTls = Pick<ConnectionOptions, 'secureContext' | 'rejectUnauthorized'> &
  Pick<ClientOptions, 'checkServerIdentity'>;

/** The TLS of one chat, where it has any: the relay's certificate, how clients check it, and what an adversary has of it. */
export class Transport {
  /** The relay's; undefined where the chat speaks plainly. */
  readonly credentials: Promise<Credentials> | undefined;
  /** What every client's TLS takes, once `open` is over. */
  clients: ClientTls = {};
  readonly #tls: Tls | undefined;
  /** Whose secrets are written down, for whoever steals them. */
  readonly #robbed: string | null;
  readonly #keyLog: string[] = [];
  #impersonation: Promise<Credentials> | null = null;

  constructor({ attack, stack }: Bout, target: string) {
    this.#tls = stack.settings.tls;
    this.#robbed = attack?.position === 'thief' ? target : null;
    this.credentials = this.#tls?.issue(LOOPBACK);
  }

  async open(): Promise<void> {
    const credentials = await this.credentials;
    if (!credentials) return;
    const { verifies } = this.#tls!;
    this.clients = {
      secureContext: trusting(credentials),
      rejectUnauthorized: verifies !== 'nothing',
      // The library hands it to node:tls, where an answer that is not an error is no objection.
      ...(verifies === 'chain and host' ? {} : { checkServerIdentity: () => false }),
    };
  }

  /** The TLS of a member's client. */
  of(nick: string): ClientTls & { agent?: Agent } {
    if (nick !== this.#robbed || !this.credentials) return this.clients;
    const agent = new Agent();
    agent.on('keylog', (line) => this.#keyLog.push(line.toString().trim()));
    return { ...this.clients, agent };
  }

  /** The secrets of a member's connections, in the lines of NSS's key log format; only what is stolen was written down. */
  keyLogOf(nick: string): readonly string[] {
    return nick === this.#robbed ? this.#keyLog : [];
  }

  /** What Mallory can have: the relay's name from an authority that nobody trusts, or another name from one that all do. */
  imitate(certificate: Certificate): void {
    const tls = this.#tls;
    const names = {
      'of her own making': () => tls!.imitate(LOOPBACK),
      'in her own name': () => tls!.issue(MALLORY),
    };
    this.#impersonation = tls ? names[certificate]() : null;
  }

  /** The certificate under which she answers; null where she answers under none. */
  get imitated(): Promise<Credentials> | null {
    return this.#impersonation;
  }
}
