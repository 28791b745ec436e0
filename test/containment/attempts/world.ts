/** What an attempt can harm: files, listeners and a process that the test owns, all on this machine's loopback. */
import { randomBytes, randomInt } from 'node:crypto';
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pet } from './pet.js';

export class World {
  readonly secret = randomBytes(16).toString('hex');
  /** The environment variable that holds the secret in whatever runs beside the victim. */
  readonly variable = `MALLORY_${randomBytes(8).toString('hex')}`;
  readonly outside = mkdtempSync(join(realpathSync(tmpdir()), 'outside-'));
  readonly socket = join(this.outside, 'socket');
  tcp = 0;
  udp = 0;
  /** A port that was free a moment ago, for attempts that listen. */
  free = 0;
  reached = 0;
  #pet: Pet | undefined;
  #servers: Server[] = [];
  #udp: UdpSocket = createSocket('udp4');

  constructor() {
    this.#furnish();
    process.env[this.variable] = this.secret;
  }

  /** Started only for an attempt that names it. */
  get pet(): Pet {
    this.#pet ??= new Pet({ [this.variable]: this.secret });
    return this.#pet;
  }

  at(name: string): string {
    return join(this.outside, name);
  }

  #furnish(): void {
    for (const name of ['names', 'empty']) mkdirSync(this.at(name));
    writeFileSync(this.at('secret'), this.secret);
    writeFileSync(this.at('secret.json'), JSON.stringify(this.secret));
    writeFileSync(this.at('secret.mjs'), `export default '${this.secret}';`);
    writeFileSync(this.at('secret.env'), `${this.variable}_FILE=${this.secret}`);
    writeFileSync(join(this.at('names'), this.secret), '');
    symlinkSync(this.secret, this.at('link'));
    writeFileSync(
      this.at('page.js'),
      `require('fs').writeFileSync(${JSON.stringify(this.at('spoiled'))},'')`,
    );
  }

  async open(): Promise<this> {
    this.tcp = await this.#serve(0);
    await this.#serve(this.socket);
    this.#udp.on('message', () => this.reached++).bind(0, '127.0.0.1');
    await once(this.#udp, 'listening');
    this.udp = this.#udp.address().port;
    this.free = await freePort();
    return this;
  }

  async #serve(where: number | string): Promise<number> {
    const server = createServer((socket) => {
      this.reached++;
      socket.on('error', () => undefined).end();
    });
    this.#servers.push(server);
    await once(
      typeof where === 'number' ? server.listen(where, '127.0.0.1') : server.listen(where),
      'listening',
    );
    return typeof where === 'number' ? (server.address() as AddressInfo).port : 0;
  }

  async ready(): Promise<void> {
    await this.#pet?.up();
  }

  /** Our own connections come after any earlier one in each listener's queue; when they are counted, all are. */
  async visits(): Promise<number> {
    const own = [connect(this.tcp, '127.0.0.1'), connect(this.socket)];
    await Promise.all(own.map((socket) => once(socket.on('error', () => undefined).resume(), 'close')));
    const before = this.reached;
    const datagram = createSocket('udp4');
    datagram.send('own', this.udp, '127.0.0.1');
    while (this.reached === before) await once(this.#udp, 'message');
    datagram.close();
    const visits = this.reached - own.length - 1;
    this.reached = 0;
    return visits;
  }

  async petWasHit(): Promise<boolean> {
    return (await this.#pet?.wasHit()) ?? false;
  }

  /** Everything in the outside directory: names, modes, owners, times, contents, targets. */
  picture(directory = this.outside): string {
    return readdirSync(directory)
      .sort()
      .map((name) => this.#describe(join(directory, name)))
      .join('\n');
  }

  #describe(file: string): string {
    const { mode, mtimeMs, uid, nlink } = lstatSync(file);
    const kind = lstatSync(file);
    const inner = kind.isFile()
      ? readFileSync(file, 'latin1')
      : kind.isSymbolicLink()
        ? readlinkSync(file)
        : '';
    return [file, mode, mtimeMs, uid, nlink, inner, kind.isDirectory() ? this.picture(file) : ''].join(' ');
  }

  async close(): Promise<void> {
    for (const server of this.#servers) server.close();
    this.#udp.close();
    await this.#pet?.end();
    delete process.env[this.variable];
    rmSync(this.outside, { recursive: true, force: true });
  }
}

// Below the range that systems pick from for port 0: another test's listener must not be taken for the victim's.
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(8_000);
    const spare = createServer().listen(port, '127.0.0.1');
    const free = await once(spare, 'listening').then(
      () => true,
      () => false,
    );
    if (free) return once(spare.close(), 'close').then(() => port);
  }
}
