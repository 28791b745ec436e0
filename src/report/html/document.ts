import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type Markup, markup, trusted } from '../markup.js';

/** What a page is bundled into at build. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}

export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly body: Markup;
  /** Handed to the page's script, deflated. */
  readonly data?: unknown;
  readonly bundle: Bundle;
  /** Styles that the page's script makes while it runs. */
  readonly stylesItself?: boolean;
}

/**
 * One file that asks for nothing: its scripts and styles are inlined and named by their hashes in the Content Security
 * Policy (CSP Level 3 §6.7.2), and no other may run or load.
 */
export function documentOf({ lang, title, body, data, bundle, stylesItself = false }: Page): string {
  const script = bundle.script.replace(/<(?=\/script|!--)/gi, '\\x3c');
  const style = bundle.style.replace(/<(?=\/style)/gi, '\\3c ');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src ${stylesItself ? "'unsafe-inline'" : `'${hashOf(style)}'`}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>\n${
    markup`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
${data === undefined ? null : markup`<script type="application/octet-stream" id="data">${packed(data)}</script>`}
<script>${trusted(script)}</script>
</body>
</html>
`.markup
  }`;
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** JSON, deflated (RFC 1951) and in base64: traces repeat themselves. */
const packed = (data: unknown): string => deflateRawSync(JSON.stringify(data)).toString('base64');
