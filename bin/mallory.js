#!/usr/bin/env node
import('../dist/src/cli.js').then(
  async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2));
  },
  (error) => {
    process.exitCode = 3;
    console.error(
      error.code === 'ERR_MODULE_NOT_FOUND'
        ? `mallory: not built, or only in part (${error.message.split('\n')[0]}); run "npm run build"`
        : error,
    );
  },
);
