/**
 * Preloaded into every victim process (`--import`), before any hostile source is evaluated: takes away what the
 * permission model does not cover (the network, signals, raw bindings, V8 switches that open files). A second strap
 * of the seat-belt, in the payload's own realm: the permission model and the namespace hold where this does not.
 */
import { createRequire, isBuiltin, syncBuiltinESMExports } from 'node:module';

/** Set on globalThis when the lock has closed; the victim's entry refuses to start without it. */
const LOCKED = Symbol.for('mallory.victim.locked');

const NETWORK = ['net', 'dgram', 'dns', 'dns/promises', 'tls', 'http', 'https', 'http2'];
// The same classes again under their old internal names, and tty, whose streams inherit from net.Socket.
const NETWORK_BY_OTHER_NAMES = [
  '_http_agent',
  '_http_client',
  '_http_server',
  '_stream_wrap',
  '_tls_common',
  '_tls_wrap',
  'tty',
];
const PROCESSES = ['child_process', 'cluster', 'worker_threads', 'inspector', 'inspector/promises', 'wasi'];
// v8 flags such as --logfile name files that V8 itself opens, past every check of Node's.
const FILES_BY_OTHER_MEANS = ['v8', 'trace_events', 'node:sqlite'];

const OF_PROCESS = [
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  'binding',
  '_linkedBinding',
  'dlopen',
  'execve',
];
const OF_PROCESS_TOO = [
  'loadEnvFile',
  '_getActiveHandles',
  '_getActiveRequests',
  'setuid',
  'setgid',
  'report',
];
// One function each of modules that a payload may otherwise use: native code, files and other processes' priorities.
const SINGLE: [string, string][] = [
  ['crypto', 'setEngine'],
  ['module', 'enableCompileCache'],
  ['module', 'register'],
  ['os', 'setPriority'],
];
const GLOBALS = ['fetch', 'WebSocket', 'EventSource'];

function locked(): never {
  throw new Error('locked: this is a victim process');
}

// Non-configurable: a payload can neither delete the lock nor define over it.
function close(owner: object, key: PropertyKey): void {
  const was = Object.getOwnPropertyDescriptor(owner, key);
  if (was?.configurable === false && !was.writable) return;
  Object.defineProperty(owner, key, { value: locked, writable: false, configurable: false });
}

// Methods too, not only the exported names: a class that inherits from net.Socket still leads to it by __proto__.
function closeMethods(exported: unknown): void {
  const prototype = typeof exported === 'function' ? (exported.prototype as object | undefined) : undefined;
  if (!prototype) return;
  for (const key of Reflect.ownKeys(prototype)) {
    const method = Object.getOwnPropertyDescriptor(prototype, key);
    if (typeof method?.value === 'function') close(prototype, key);
  }
}

// Never reads a getter: tls.rootCertificates would parse 150 certificates in every start-up.
function closeModule(exports: object): void {
  closeMethods(exports);
  for (const key of Reflect.ownKeys(exports)) {
    closeMethods(Object.getOwnPropertyDescriptor(exports, key)?.value);
    close(exports, key);
  }
}

const load = createRequire(import.meta.url);
const names = [...NETWORK, ...NETWORK_BY_OTHER_NAMES, ...PROCESSES, ...FILES_BY_OTHER_MEANS].filter(
  isBuiltin,
);
// All loaded before the first is closed: they extend each other's classes while they load.
const modules = names.map((name) => load(name) as object);
for (const exports of modules) closeModule(exports);
for (const [name, key] of SINGLE) if (key in load(name)) close(load(name) as object, key);
for (const key of [...OF_PROCESS, ...OF_PROCESS_TOO]) if (key in process) close(process, key);
for (const key of GLOBALS) close(globalThis, key);
// import('node:net') hands out a copy of the names; make the copy as locked as the original.
syncBuiltinESMExports();
Object.defineProperty(globalThis, LOCKED, { value: true });
