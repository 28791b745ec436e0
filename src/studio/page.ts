import { readFileSync } from 'node:fs';

export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
}

/** The page knows its language only when its script has read it; the markup says nothing of its own. */
const SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mallory</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/studio.css">
</head>
<body><div id="app"></div><script src="/studio.js"></script></body>
</html>
`;

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#b3261e"/><path d="M7 24V9l9 10 9-10v15" fill="none" stroke="#fff" stroke-width="3.5" stroke-linejoin="round"/></svg>';

/** All that the page is made of, by path. `bundle` is the directory that the build wrote; throws where it is not there. */
export function assetsIn(bundle: URL): ReadonlyMap<string, Asset> {
  const file = (name: string): Buffer => readFileSync(new URL(name, bundle));
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: SHELL }],
    ['/icon.svg', { type: 'image/svg+xml', body: ICON }],
    ['/studio.js', { type: 'text/javascript; charset=utf-8', body: file('studio.js') }],
    ['/studio.css', { type: 'text/css; charset=utf-8', body: file('studio.css') }],
  ]);
}
