import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StudioCatalogue, StudioStack, StudioTrial } from '../../src/model/studio.js';
import { visible } from '../../src/report/sanitize.js';
import { type Api, NoAnswer } from './api.js';
import { Column } from './column.js';
import { useColumn } from './column-run.js';
import { WordsContext } from './context.js';
import { Help } from './help.js';
import { useKeys } from './keys.js';
import { Lesson } from './lesson.js';
import { type Choice, choiceIn, linkTo } from './link.js';
import { Parts } from './parts.js';
import { Picker } from './picker.js';
import { PREDICTIONS, Predict, type Prediction } from './prediction.js';
import { Theatre } from './theatre.js';
import { LANGUAGES, type Language, languageOf } from './words/index.js';

const START: Choice = { attack: 'rogue-server/rewrite', parts: [], seed: 1 };

/** The whole page: what is chosen on one side, the theatre on the other. */
export function App({ api }: { readonly api: Api }) {
  const [language, setLanguage] = useState<Language>(() => languageOf(location.search, navigator.languages));
  const [catalogue, setCatalogue] = useState<StudioCatalogue | null>(null);
  const [choice, setChoice] = useState<Choice>(() => ({ ...START, ...choiceIn(location.hash) }));
  const [stack, setStack] = useState<StudioStack | null>(null);
  const [prediction, setPrediction] = useState<Prediction | null>(null);
  const [trial, setTrial] = useState<StudioTrial | null>(null);
  const [fighting, setFighting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [help, setHelp] = useState(false);
  const start = useRef<HTMLDivElement>(null);
  const words = LANGUAGES[language];
  const column = useColumn(api, catalogue, setError);
  const attack = catalogue?.attacks.find(({ id }) => id === choice.attack) ?? catalogue?.attacks[0];
  const scenario = catalogue?.scenarios.find(({ id }) => id === attack?.scenario);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${words.title} · ${words.subtitle}`;
  }, [language]);
  useEffect(() => {
    api.catalogue().then(setCatalogue, setError);
    const follow = (): void => setChoice((before) => ({ ...before, ...choiceIn(location.hash) }));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  // Names that are not on the shelf come from a link only: they are left out, and the choice is what can be played.
  const parts = useMemo(
    () =>
      choice.parts
        .flatMap((name) => catalogue?.presets[name] ?? name)
        .filter((name) => catalogue?.parts.some(({ id }) => id === name)),
    [choice.parts, catalogue],
  );
  useEffect(() => {
    if (!catalogue || !attack) return;
    history.replaceState(null, '', linkTo({ attack: attack.id, parts, seed: choice.seed }));
    setTrial(null);
    let current = true;
    api.stack(parts).then((answer) => current && setStack(answer), setError);
    return () => {
      current = false;
    };
  }, [catalogue, attack?.id, parts, choice.seed]);

  const choose = (change: Partial<Choice>): void => {
    setPrediction(null);
    setChoice((before) => ({ ...before, ...change }));
  };
  const toggle = (id: string): void =>
    choose({ parts: parts.includes(id) ? parts.filter((name) => name !== id) : [...parts, id] });
  /** What to play is chosen; whoever has read down to it is brought back to where it is played. */
  const see = ({ attack: id, defense }: { readonly attack: string; readonly defense: string }): void => {
    choose({ attack: id, parts: defense === 'none' ? [] : defense.split('+') });
    start.current?.scrollIntoView({ block: 'nearest' });
  };
  const playable = attack !== undefined && stack !== null && stack.refused === null && !fighting;
  const play = async (): Promise<void> => {
    if (!playable) return;
    setFighting(true);
    setError(null);
    setTrial(null);
    try {
      setTrial(await api.trial({ attack: attack.id, parts, seed: choice.seed }));
    } catch (failure) {
      setError(failure);
    }
    setFighting(false);
  };
  const fightColumn = (): void => {
    if (stack && stack.refused === null) void column.start(stack.id, parts, choice.seed);
  };
  useKeys({
    Enter: () => void play(),
    c: fightColumn,
    '?': () => setHelp(true),
    ...Object.fromEntries(PREDICTIONS.map((name, index) => [String(index + 1), () => setPrediction(name)])),
  });
  const switchLanguage = (): void => {
    const next = language === 'en' ? 'fr' : 'en';
    history.replaceState(null, '', `?lang=${next}${location.hash}`);
    setLanguage(next);
  };

  return (
    <WordsContext.Provider value={words}>
      <header class="bar">
        <h1>
          {words.title} <small>{words.subtitle}</small>
        </h1>
        <nav>
          <button type="button" onClick={() => setHelp(true)}>
            {words.help} <kbd>?</kbd>
          </button>
          <button type="button" lang={language === 'en' ? 'fr' : 'en'} onClick={switchLanguage}>
            {words.other}
          </button>
        </nav>
      </header>
      {error !== null && <Trouble error={error} text={troubleText(error)} />}
      {catalogue && attack && scenario ? (
        <main>
          <form class="choice" onSubmit={(event) => event.preventDefault()}>
            <Picker catalogue={catalogue} attack={attack} onPick={(id) => choose({ attack: id })} />
            <Parts
              catalogue={catalogue}
              chosen={parts}
              stack={stack}
              onToggle={toggle}
              onPreset={(list) => choose({ parts: list })}
            />
            <div class="start" ref={start}>
              <Predict prediction={prediction} onPredict={setPrediction} />
              <div class="go">
                <button type="button" class="play" disabled={!playable} onClick={() => void play()}>
                  {fighting ? words.playing : words.play}
                </button>
                <label class="seed">
                  {words.seed}
                  <input
                    type="number"
                    min={0}
                    max={4294967295}
                    value={choice.seed}
                    onChange={({ currentTarget }) => choose({ seed: seedIn(currentTarget.value) })}
                  />
                </label>
              </div>
              <button type="button" onClick={fightColumn} disabled={stack === null || stack.refused !== null}>
                {words.column}
              </button>
            </div>
          </form>
          <div class="show">
            <Theatre attack={attack} scenario={scenario} trial={trial} prediction={prediction} />
            {scenario.teaches && <Lesson scenario={scenario} teaches={scenario.teaches} onSee={see} />}
            {column.column && (
              <Column
                catalogue={catalogue}
                column={column.column}
                stale={column.column.stack !== stack?.id || column.column.seed !== choice.seed}
                onPick={(id) => choose({ attack: id })}
                onStop={column.stop}
              />
            )}
          </div>
        </main>
      ) : (
        error === null && <p class="loading">{words.loading}</p>
      )}
      {help && <Help onClose={() => setHelp(false)} />}
    </WordsContext.Provider>
  );

  function troubleText(failure: unknown): string {
    const status = failure instanceof NoAnswer ? failure.status : null;
    if (status === 403) return `${words.noToken} ${words.noTokenHint}`;
    if (status === 0) return words.gone;
    if (status === 429) return words.busy;
    return words.failed;
  }
}

function Trouble({ error, text }: { readonly error: unknown; readonly text: string }) {
  const why = error instanceof Error ? error.message : String(error);
  return (
    <p class="trouble" role="alert">
      {text} <small lang="en">({visible(why)})</small>
    </p>
  );
}

const seedIn = (typed: string): number => {
  const seed = Math.trunc(Number(typed));
  return seed >= 0 && seed <= 4294967295 ? seed : 1;
};
