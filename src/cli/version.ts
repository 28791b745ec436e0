import { createRequire } from 'node:module';

const facts = createRequire(import.meta.url)('mallory/package.json') as {
  version: string;
  engines: { node: string };
};

export const VERSION = facts.version;
/** The versions of Node that this runs on. */
export const ENGINES = facts.engines.node;
