/** Attempts to exhaust the machine, to outlive the limit, or to be believed. */
import { type Attempt, endless, forge, pass, quote } from './attempt.js';

const forever = { noTwin: 'it would not end' };
const self = { noTwin: 'what it forges is ours' };

export const exhausting: Attempt[] = [
  endless('loops for ever', () => 'for(;;);', forever),
  endless('loops for ever in promises', () => 'const f=()=>Promise.resolve().then(f);f()', forever),
  endless('keeps a timer for ever', () => 'setInterval(()=>{},10)', forever),
  endless('waits for ever', () => 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0)', forever),
  endless('matches for ever', () => "/^(a+)+$/.test('a'.repeat(60)+'b')", forever),
  endless(
    'ignores signals for ever',
    () => "process.on('SIGTERM',()=>{});process.on('SIGINT',()=>{});for(;;);",
    forever,
  ),
  endless(
    'loops for ever while it exits',
    () => "process.on('exit',()=>{for(;;);});process.exit(0)",
    forever,
  ),
  pass(
    'fills the heap',
    () => 'const a=[];for(let i=0;i<400;i++)a.push(new Array(131072).fill(i+0.5));globalThis.a=a',
  ),
  // Untouched, because a slow machine needs more than the time limit to touch it, which would hide the memory limit.
  pass('fills Buffers', () => 'globalThis.a=[];for(let i=0;i<16;i++)a.push(Buffer.alloc(33554432))'),
  pass(
    'floods standard output',
    () => 'const b=Buffer.alloc(1048576,65);for(let i=0;i<16;i++)fs.writeSync(1,b)',
  ),
  pass(
    'writes a huge file',
    () =>
      "const b=Buffer.alloc(1048576);const f=fs.openSync('b','w');for(let i=0;i<16;i++)fs.writeSync(f,b);fs.unlinkSync('b')",
  ),
];

export const forging: Attempt[] = [
  forge(
    'forges a result',
    () => `fs.writeSync(1,'{"executed":true,"why":"canary"}\\ndone\\n');process.exit(0)`,
    self,
  ),
  forge(
    'writes the nonce into another file',
    ({ secret }) => `fs.writeFileSync('Canary',${quote(secret)})`,
    self,
  ),
  forge('writes another nonce', () => "fs.writeFileSync('canary','0'.repeat(32))", self),
  forge(
    'writes more than the nonce',
    ({ secret }) => `fs.writeFileSync('canary',${quote(`${secret}x`)})`,
    self,
  ),
  forge(
    'writes half of the nonce',
    ({ secret }) => `fs.writeFileSync('canary',${quote(secret.slice(0, 16))})`,
    self,
  ),
  forge(
    'writes a second file',
    ({ secret }) => `fs.writeFileSync('canary',${quote(secret)});fs.writeFileSync('b','')`,
    self,
  ),
  forge(
    'writes the nonce one directory down',
    ({ secret }) => `fs.mkdirSync('canary');fs.writeFileSync('canary/canary',${quote(secret)})`,
    self,
  ),
  forge('links the canary to the secret', (w) => `fs.symlinkSync(${quote(w.at('secret'))},'canary')`, self),
  forge('hard-links the canary to the secret', (w) => `fs.linkSync(${quote(w.at('secret'))},'canary')`, self),
];
