import type { PageData } from '../../src/report/html/page.js';

/** Unpacks what the report embeds: base64 of deflated JSON (RFC 1951). */
export async function readData(packed: string): Promise<PageData> {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).json();
}

/** Fills the {places} of a pattern. */
export const filled = (pattern: string, places: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => `${places[name] ?? whole}`);
