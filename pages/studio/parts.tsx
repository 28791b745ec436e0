import type { StudioCatalogue, StudioPart, StudioStack } from '../../src/model/studio.js';
import { useWords } from './context.js';
import { Said } from './said.js';

interface PartsProps {
  readonly catalogue: StudioCatalogue;
  readonly chosen: readonly string[];
  readonly stack: StudioStack | null;
  readonly onToggle: (id: string) => void;
  readonly onPreset: (parts: readonly string[]) => void;
}

/** A switch for each part. What makes no sense beside the others cannot be switched on, and says why. */
export function Parts({ catalogue: { parts, presets }, chosen, stack, onToggle, onPreset }: PartsProps) {
  const words = useWords();
  const row = (part: StudioPart) => (
    <Toggle key={part.id} part={part} on={chosen.includes(part.id)} stack={stack} onToggle={onToggle} />
  );
  const further = parts.filter(({ grid }) => !grid);
  return (
    <fieldset class="parts">
      <legend>{words.defenses}</legend>
      {parts.filter(({ grid }) => grid).map(row)}
      <details open={further.some(({ id }) => chosen.includes(id)) || undefined}>
        <summary>{words.furtherParts}</summary>
        {further.map(row)}
      </details>
      <p class="presets">
        {words.presets}
        {words.colon}{' '}
        {Object.entries({ none: [], ...presets }).map(([id, list]) => (
          <button key={id} type="button" onClick={() => onPreset(list)}>
            {id}
          </button>
        ))}
      </p>
      <p class="stack" aria-live="polite">
        {words.stack}
        {words.colon} <code>{stack?.id ?? '…'}</code>
        {stack?.id === 'none' && <> ({words.noDefense})</>}
        {stack?.refused && (
          <strong class="refusal">
            <Said text={stack.refused} />
          </strong>
        )}
      </p>
    </fieldset>
  );
}

interface ToggleProps {
  readonly part: StudioPart;
  readonly on: boolean;
  readonly stack: StudioStack | null;
  readonly onToggle: (id: string) => void;
}

function Toggle({ part: { id, title }, on, stack, onToggle }: ToggleProps) {
  const words = useWords();
  const refusal = on ? undefined : stack?.refusals[id];
  const brought = !on && stack !== null && stack.parts.includes(id);
  const own = words.said(title);
  return (
    <label class={refusal ? 'part refused' : 'part'}>
      <input type="checkbox" checked={on} disabled={refusal !== undefined} onChange={() => onToggle(id)} />
      <span>
        <b>{id}</b> {own !== id && <small>{own}</small>}
        {brought && <small class="brought">{words.brought}</small>}
        {refusal && (
          <small class="refusal">
            {words.refused}
            {words.colon} <Said text={refusal} />
          </small>
        )}
      </span>
    </label>
  );
}
