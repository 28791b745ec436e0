/** Attempts to read what the victim must not know and to change what it must not touch. */
import { type Attempt, loot, onLinux, pass, quote, since, spoil, steal, stealLater } from './attempt.js';

const UP = '../'.repeat(20);
const secret = (world: { at(name: string): string }) => quote(world.at('secret'));
const up = (file: string) => quote(UP + file.slice(1));

export const reading: Attempt[] = [
  steal('reads the environment', ({ variable }) => `return process.env.${variable}`),
  steal(
    "reads another process's environment",
    ({ pet }) => `return fs.readFileSync('/proc/${pet.pid}/environ','utf8').split(/[=\\0]/)[1]`,
    { lacks: onLinux },
  ),
  steal(
    'loads an environment file',
    (w) => `process.loadEnvFile(${quote(w.at('secret.env'))});return process.env.${w.variable}_FILE`,
  ),
  steal('reads a file by its absolute path', (w) => `return fs.readFileSync(${secret(w)})`),
  steal('reads a file through ..', (w) => `return fs.readFileSync(${up(w.at('secret'))})`),
  steal('reads a file by a Buffer path', (w) => `return fs.readFileSync(Buffer.from(${secret(w)}))`),
  steal(
    'reads a file by a Buffer path with ..',
    (w) => `return fs.readFileSync(Buffer.from(process.cwd()+'/'+${up(w.at('secret'))}))`,
  ),
  steal(
    'reads a file by a typed array',
    (w) => `return fs.readFileSync(new TextEncoder().encode(${secret(w)}))`,
  ),
  steal('reads a file by its URL', (w) => `return fs.readFileSync(new URL('file://'+${secret(w)}))`),
  steal('reads through /proc/self/root', (w) => `return fs.readFileSync('/proc/self/root'+${secret(w)})`, {
    lacks: onLinux,
  }),
  steal(
    'reads after a change of directory',
    (w) =>
      `const home=process.cwd();process.chdir(${quote(w.outside)});const t=fs.readFileSync('secret');process.chdir(home);return t`,
  ),
  steal(
    'opens and reads a descriptor',
    (w) => `const b=Buffer.alloc(32);fs.readSync(fs.openSync(${secret(w)}),b);return b`,
  ),
  stealLater('reads by a promise', (w) => `return fs.promises.readFile(${secret(w)})`),
  stealLater(
    'reads by a stream',
    (w) => `let t='';for await(const c of fs.createReadStream(${secret(w)}))t+=c;return t`,
  ),
  stealLater('reads as a Blob', (w) => `return (await fs.openAsBlob(${secret(w)})).text()`),
  steal(
    'reads through a symbolic link of its own',
    (w) => `fs.symlinkSync(${secret(w)},'l');const t=fs.readFileSync('l');fs.unlinkSync('l');return t`,
  ),
  steal(
    'reads through a hard link of its own',
    (w) => `fs.linkSync(${secret(w)},'l');const t=fs.readFileSync('l');fs.unlinkSync('l');return t`,
  ),
  loot('copies a file to the canary', (w) => `fs.copyFileSync(${secret(w)},'canary')`),
  loot('copies a tree to the canary', (w) => `fs.cpSync(${secret(w)},'canary',{recursive:true})`),
  loot('moves a file to the canary', (w) => `fs.renameSync(${secret(w)},'canary')`),
  spoil('moves a file away', (w) => `fs.renameSync(${secret(w)},'taken')`),
  steal('lists a directory', (w) => `return fs.readdirSync(${quote(w.at('names'))})[0]`),
  steal('walks a directory', (w) => `return fs.opendirSync(${quote(w.at('names'))}).readSync().name`),
  steal('reads where a link points', (w) => `return fs.readlinkSync(${quote(w.at('link'))})`),
  steal('requires a file', (w) => `return require(${quote(w.at('secret.json'))})`),
  stealLater(
    'imports a file',
    (w) => `return (await import(${quote(`file://${w.at('secret.mjs')}`)})).default`,
  ),
];

const spoiled = (world: { at(name: string): string }) => quote(world.at('spoiled'));

export const writing: Attempt[] = [
  spoil('writes a file by its absolute path', (w) => `fs.writeFileSync(${spoiled(w)},'x')`),
  spoil('writes a file through ..', (w) => `fs.writeFileSync(${up(w.at('spoiled'))},'x')`),
  spoil('writes a file by a Buffer path', (w) => `fs.writeFileSync(Buffer.from(${spoiled(w)}),'x')`),
  spoil(
    'writes a file by a Buffer path with ..',
    (w) => `fs.writeFileSync(Buffer.from(process.cwd()+'/'+${up(w.at('spoiled'))}),'x')`,
  ),
  spoil(
    'writes a file by a typed array',
    (w) => `fs.writeFileSync(new TextEncoder().encode(${spoiled(w)}),'x')`,
  ),
  spoil('writes a file by its URL', (w) => `fs.writeFileSync(new URL('file://'+${spoiled(w)}),'x')`),
  spoil(
    'writes after a change of directory',
    (w) => `process.chdir(${quote(w.outside)});fs.writeFileSync('y','x')`,
  ),
  spoil('appends to a file', (w) => `fs.appendFileSync(${secret(w)},'x')`),
  spoil('truncates a file', (w) => `fs.truncateSync(${secret(w)},1)`),
  spoil('writes by a stream', (w) => `fs.createWriteStream(${spoiled(w)}).end('x')`),
  spoil('writes by a promise', (w) => `fs.promises.open(${spoiled(w)},'w').then((f)=>f.write('x'))`),
  spoil(
    'writes through a symbolic link of its own',
    (w) => `fs.symlinkSync(${quote(w.outside)},'l');fs.writeFileSync('l/spoiled','x')`,
  ),
  spoil(
    'writes through a relative symbolic link',
    (w) => `fs.symlinkSync(${up(w.outside)},'l');fs.writeFileSync('l/spoiled','x')`,
  ),
  spoil(
    'writes through a hard link of its own',
    (w) => `fs.linkSync(${secret(w)},'l');fs.writeFileSync('l','x')`,
  ),
  spoil('leaves a link outside', (w) => `fs.symlinkSync('/',${spoiled(w)})`),
  spoil('moves a file out', (w) => `fs.writeFileSync('x','x');fs.renameSync('x',${spoiled(w)})`),
  spoil('copies a file out', (w) => `fs.writeFileSync('x','x');fs.copyFileSync('x',${spoiled(w)})`),
  spoil('removes a file', (w) => `fs.unlinkSync(${secret(w)})`),
  spoil('removes a tree', (w) => `fs.rmSync(${quote(w.at('names'))},{recursive:true})`),
  spoil('makes a directory', (w) => `fs.mkdirSync(${spoiled(w)})`),
  spoil('makes a temporary directory', (w) => `fs.mkdtempSync(${spoiled(w)})`),
  spoil('removes a directory', (w) => `fs.rmdirSync(${quote(w.at('empty'))})`),
  spoil('changes a mode', (w) => `fs.chmodSync(${secret(w)},0o777)`),
  spoil('changes a time', (w) => `fs.utimesSync(${secret(w)},1,1)`),
  spoil(
    'writes a diagnostic report',
    (w) => `process.report.directory=${quote(w.outside)};process.report.writeReport()`,
  ),
  spoil(
    'writes a compile cache by an imported module',
    (w) =>
      `import('module').then((m)=>{m.enableCompileCache(${quote(w.outside)});require(${quote(w.at('page.js'))})})`,
    { lacks: since(22) },
  ),
  pass(
    'writes beside the canary directory',
    () => "const f='../beside-'+process.pid;fs.writeFileSync(f,'');fs.unlinkSync(f)",
  ),
  spoil(
    'writes a compile cache',
    (w) => `require('module').enableCompileCache(${quote(w.outside)});require(${quote(w.at('page.js'))})`,
    { lacks: since(22) },
  ),
  spoil('writes a heap snapshot', (w) => `require('v8').writeHeapSnapshot(${spoiled(w)})`),
  spoil(
    'has V8 write its log',
    (w) =>
      `const v8=require('v8');v8.setFlagsFromString('--logfile='+${spoiled(w)});v8.setFlagsFromString('--log-code');
     v8.setFlagsFromString('--redirect-code-traces-to='+${spoiled(w)});v8.setFlagsFromString('--redirect-code-traces');
     v8.setFlagsFromString('--print-all-code');v8.setFlagsFromString('--trace-turbo-cfg-file='+${spoiled(w)});
     v8.setFlagsFromString('--turbo-profiling-output='+${spoiled(w)});v8.setFlagsFromString('--trace-turbo');
     v8.setFlagsFromString('--trace-turbo-path='+${quote(w.outside)});
     function hot(n){let s=0;for(let i=0;i<n;i++)s+=i%7;return s};for(let i=0;i<300;i++)hot(2e4)`,
  ),
];
