import { assetsIn } from '../studio/page.js';
import { openStudio, type Studio } from '../studio/server.js';
import { catalogueWith } from './catalogue.js';
import { languageIn, portIn, safetyIn } from './choose.js';
import type { Typed } from './commands.js';
import { MachineRefuses } from './exit.js';
import { onSignal } from './interrupt.js';
import { words } from './language.js';
import { print } from './streams.js';
import { VERSION } from './version.js';
import { Workplace } from './workplace.js';

/** Where the build puts the page: beside the compiled program, or in `dist` where the sources run. */
const BUNDLES = ['../../pages/', '../../dist/pages/'];

/** Serves the live page on loopback until a signal ends it. */
export async function run(typed: Typed): Promise<number> {
  const port = portIn(typed.one('port'));
  const lang = languageIn(typed.one('lang'));
  const safety = safetyIn(typed.one('safety'));
  const place = new Workplace();
  let studio: Studio | null = null;
  const close = async (): Promise<void> => {
    await Promise.allSettled([studio?.close(), place.close()]);
  };
  const offSignal = onSignal(close);
  try {
    const shelf = await catalogueWith(typed.all('plugin'), () => place.crew());
    place.deriveKeys();
    const { keysmith, strangerKeysmith, detonator } = place;
    const containment = place.prepare(safety, 0);
    const runner = place.runner(shelf.origins, 1);
    const ring = { keysmith, strangerKeysmith, detonator, containment, runner, version: VERSION };
    studio = await openStudio({ shelf, ring, assets: assets(), port }).catch((error) => refuse(port, error));
    print(`${addressOf(studio, lang)}\n`);
    // Until a signal.
    return await new Promise<never>(() => {});
  } finally {
    await close();
    offSignal();
  }
}

/**
 * The token stands in the fragment: a browser sends that to no server, so it is in no log and in no Referer, and the
 * page takes it out of the address bar before the projector shows it. In a path it would be all three.
 */
const addressOf = ({ port, token }: Studio, lang: string | null): string =>
  `http://127.0.0.1:${port}/${lang ? `?lang=${lang}` : ''}#token=${token}`;

function assets(): ReturnType<typeof assetsIn> {
  for (const bundle of BUNDLES)
    try {
      return assetsIn(new URL(bundle, import.meta.url));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  throw new MachineRefuses(words().refused.pageNotBuilt('studio'));
}

function refuse(port: number, error: NodeJS.ErrnoException): never {
  const why: Readonly<Record<string, string>> = words().refused.whyNotListen;
  throw new MachineRefuses(words().refused.listen(port, why[error.code ?? ''] ?? error.message));
}
