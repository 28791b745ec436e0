#!/usr/bin/env node
process.argv.splice(2, 0, 'scenario');
await import('./mallory.js');
