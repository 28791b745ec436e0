/** Attempts to leave the process: by another process, a thread, native code, an inspector or a signal. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Attempt, listen, onLinux, pass, quote, signal, spoil, steal } from './attempt.js';

const spoiled = (world: { at(name: string): string }) => quote(world.at('spoiled'));
const page = (world: { at(name: string): string }) => quote(world.at('page.js'));
const write = (world: { at(name: string): string }) =>
  quote(`require('fs').writeFileSync(${spoiled(world)},'x')`);

const modules = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', '..');

function entries(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).map((name) => join(directory, name)) : [];
}

// Any native addon that the toolchain brought and that loads here will do.
function addon(): string | undefined {
  const packages = ['@rollup', '@rolldown', '@oxc-parser', '@oxc-resolver'].flatMap((scope) =>
    entries(join(modules, scope)),
  );
  return packages.flatMap(entries).find((file) => file.endsWith('.node') && !file.includes('musl'));
}

const native = addon();

export const leaving: Attempt[] = [
  spoil(
    'spawns a process and waits',
    (w) => `require('child_process').execFileSync('/bin/sh',['-c','echo x > '+${spoiled(w)}])`,
  ),
  spoil(
    'spawns a process',
    (w) => `require('child_process').spawn('/bin/sh',['-c','echo x > '+${spoiled(w)}])`,
  ),
  spoil('runs a shell command', (w) => `require('child_process').exec('echo x > '+${spoiled(w)})`),
  spoil('forks a module', (w) => `require('child_process').fork(${page(w)})`),
  spoil(
    'forks a cluster worker',
    (w) =>
      `const c=require('cluster');c.setupPrimary({exec:${page(w)},execArgv:[]});c.fork().on('online',function(){this.disconnect()})`,
  ),
  spoil(
    'imports child_process',
    (w) =>
      `import('node:child_process').then((m)=>m.execFileSync('/bin/sh',['-c','echo x > '+${spoiled(w)}]))`,
  ),
  spoil(
    'gets child_process from the process',
    (w) =>
      `process.getBuiltinModule('child_process').execFileSync('/bin/sh',['-c','echo x > '+${spoiled(w)}])`,
  ),
  spoil('writes from a worker', (w) => `new (require('worker_threads').Worker)(${write(w)},{eval:true})`),
  spoil(
    'writes from a worker without flags',
    (w) => `new (require('worker_threads').Worker)(${write(w)},{eval:true,execArgv:[],env:{}})`,
  ),
  spoil(
    'writes from WASI',
    (w) =>
      `const {WASI}=require('wasi');const i=new WASI({version:'preview1',preopens:{'/o':${quote(w.outside)}}});
     const memory=new WebAssembly.Memory({initial:1});i.initialize({exports:{memory}});
     new Uint8Array(memory.buffer).set(Buffer.from('spoiled'));i.wasiImport.path_create_directory(3,0,7)`,
  ),
  pass('loads a native addon', () => `process.dlopen({exports:{}},${quote(native)})`, {
    lacks: native ? undefined : 'no native addon is installed here',
  }),
  pass('requires a native addon', () => `require(${quote(native)})`, {
    lacks: native ? undefined : 'no native addon is installed here',
  }),
  spoil('makes a file by process.binding', (w) => `process.binding('fs').open(${spoiled(w)},65,438)`),
  spoil(
    'spawns by process.binding',
    (w) =>
      `const {spawn}=process.binding('spawn_sync');spawn({file:'/bin/sh',args:['sh','-c','echo x > '+${spoiled(w)}],stdio:[]})`,
  ),
  listen(
    'opens an inspector',
    ({ free }) => `require('inspector').open(${free},'127.0.0.1');setTimeout(()=>{},500)`,
  ),
  spoil(
    'evaluates through an inspector session',
    (w) =>
      `const s=new (require('inspector').Session)();s.connect();
     s.post('Runtime.evaluate',{expression:'globalThis.process.getBuiltinModule("child_process").execFileSync("/bin/sh",["-c","echo x > "+'+${quote(spoiled(w))}+'])'},()=>{})`,
  ),
  steal(
    'reads by the internal test binding',
    (w) =>
      `const {internalBinding}=require('internal/test/binding');return internalBinding('fs').readFileUtf8(${quote(w.at('secret'))},0)`,
    { noTwin: 'needs --expose-internals' },
  ),
  signal('sends a signal', ({ pet }) => `process.kill(${pet.pid},'SIGUSR2')`),
  signal('sends a signal by the raw call', ({ pet }) => `process._kill(${pet.pid},12)`, { lacks: onLinux }),
  signal("opens another process's inspector", ({ pet }) => `process._debugProcess(${pet.pid})`, {
    noTwin: 'the inspector port would be the fixed 9229',
  }),
  signal('changes the priority of a process', ({ pet }) => `require('os').setPriority(${pet.pid},5)`),
  signal(
    'has a command send a signal',
    ({ pet }) => `require('child_process').execFileSync('kill',['-USR2','${pet.pid}'])`,
  ),
];
