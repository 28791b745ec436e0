/** Attempts to reach a listener, or to become one. */
import { type Attempt, listen, onLinux, quote, reach, since, spoil } from './attempt.js';

const quiet = ".on('error',()=>{})";
const noHandle = { noTwin: 'private to one Node version; the lock is tried by name' };

export const network: Attempt[] = [
  reach('connects by TCP', ({ tcp }) => `require('net').connect(${tcp},'127.0.0.1')${quiet}`),
  reach(
    'connects by TCP from a bare socket',
    ({ tcp }) => `new (require('net').Socket)().connect(${tcp},'127.0.0.1')${quiet}`,
  ),
  reach(
    'connects by an imported net',
    ({ tcp }) => `import('node:net').then(({connect})=>connect(${tcp},'127.0.0.1')${quiet})`,
  ),
  reach(
    "connects by a TTY's parent class",
    ({ tcp }) =>
      `new (Object.getPrototypeOf(require('tty').ReadStream))().connect(${tcp},'127.0.0.1')${quiet}`,
  ),
  reach(
    "connects by a wrapped stream's parent class",
    ({ tcp }) => `new (Object.getPrototypeOf(require('_stream_wrap')))().connect(${tcp},'127.0.0.1')${quiet}`,
  ),
  spoil(
    "binds a Unix socket by a standard stream's handle",
    (w) => `const {stdin,stdout,stderr}=process;const {_handle}=[stdin,stdout,stderr].find((s)=>s._handle);
     if(new _handle.constructor(1).bind(${quote(w.at('spoiled'))}))throw 1;setTimeout(()=>process.exit(),100)`,
  ),
  reach(
    "connects by TLS's parent class",
    ({ tcp }) =>
      `new (Object.getPrototypeOf(require('tls').TLSSocket))().connect(${tcp},'127.0.0.1')${quiet}`,
  ),
  reach(
    "connects by an agent's connector",
    ({ tcp }) => `require('http').globalAgent.createConnection({port:${tcp},host:'127.0.0.1'})${quiet}`,
  ),
  reach('connects by TLS', ({ tcp }) => `require('tls').connect(${tcp},'127.0.0.1')${quiet}`),
  reach('asks by HTTP', ({ tcp }) => `require('http').get('http://127.0.0.1:${tcp}')${quiet}`),
  reach('asks by HTTPS', ({ tcp }) => `require('https').get('https://127.0.0.1:${tcp}')${quiet}`),
  reach('asks by HTTP/2', ({ tcp }) => `require('http2').connect('http://127.0.0.1:${tcp}')${quiet}`),
  reach(
    'asks by an old internal name',
    ({ tcp }) => `new (require('_http_client').ClientRequest)('http://127.0.0.1:${tcp}')${quiet}`,
  ),
  reach('fetches', ({ tcp }) => `fetch('http://127.0.0.1:${tcp}').catch(()=>{})`),
  reach('opens a WebSocket', ({ tcp }) => `new WebSocket('ws://127.0.0.1:${tcp}').onerror=()=>{}`, {
    lacks: since(22),
  }),
  reach(
    'sends a datagram',
    ({ udp }) => `require('dgram').createSocket('udp4').send('x',${udp},'127.0.0.1')`,
  ),
  reach(
    'asks a name server',
    ({ udp }) =>
      `const r=new (require('dns').Resolver)({timeout:200,tries:1});r.setServers(['127.0.0.1:${udp}']);r.resolve4('a.test',()=>{})`,
  ),
  reach(
    'asks a name server by promise',
    ({ udp }) =>
      `const r=new (require('dns/promises').Resolver)({timeout:200,tries:1});r.setServers(['127.0.0.1:${udp}']);
     r.resolve4('a.test').catch(()=>{})`,
  ),
  reach('connects to a Unix socket', ({ socket }) => `require('net').connect(${quote(socket)})${quiet}`),
  reach(
    "connects to a Unix socket by standard input's class",
    ({ socket }) => `new process.stdin.constructor().connect(${quote(socket)})${quiet}`,
  ),
  reach(
    "connects to a Unix socket by standard output's class",
    ({ socket }) => `new process.stdout.constructor().connect(${quote(socket)})${quiet}`,
  ),
  reach(
    "connects to a Unix socket by standard error's class",
    ({ socket }) => `new process.stderr.constructor().connect(${quote(socket)})${quiet}`,
  ),
  reach(
    "connects to a Unix socket by a handle's class",
    ({ socket }) =>
      `const {Pipe,PipeConnectWrap}=process.binding('pipe_wrap');new Pipe(0).connect(new PipeConnectWrap(),${quote(socket)})`,
  ),
  reach(
    'connects by the raw TCP binding',
    ({ tcp }) =>
      `const {TCP,TCPConnectWrap}=process.binding('tcp_wrap');new TCP(0).connect(new TCPConnectWrap(),'127.0.0.1',${tcp})`,
  ),
  reach(
    'connects by a linked binding',
    ({ tcp }) =>
      `const {TCP,TCPConnectWrap}=process._linkedBinding('tcp_wrap');new TCP(0).connect(new TCPConnectWrap(),'127.0.0.1',${tcp})`,
    noHandle,
  ),
  reach(
    'connects by a command',
    ({ tcp }) => `require('child_process').execFileSync('bash',['-c','exec 3<>/dev/tcp/127.0.0.1/${tcp}'])`,
    { lacks: onLinux },
  ),
  listen(
    'listens by TCP',
    ({ free }) => `require('net').createServer().listen(${free},'127.0.0.1');setTimeout(()=>{},500)`,
  ),
  listen(
    'listens by HTTP',
    ({ free }) => `require('http').createServer().listen(${free},'127.0.0.1');setTimeout(()=>{},500)`,
  ),
  listen(
    'listens by HTTP/2',
    ({ free }) => `require('http2').createServer().listen(${free},'127.0.0.1');setTimeout(()=>{},500)`,
  ),
  listen(
    'listens by a bare server',
    ({ free }) =>
      `const {Server}=require('net');new Server().listen(${free},'127.0.0.1');setTimeout(()=>{},500)`,
  ),
];
