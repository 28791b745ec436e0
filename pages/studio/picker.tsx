import type { StudioAttack, StudioCatalogue } from '../../src/model/studio.js';
import { useWords } from './context.js';

interface PickerProps {
  readonly catalogue: StudioCatalogue;
  readonly attack: StudioAttack;
  readonly onPick: (id: string) => void;
}

/** The attacks, by scenario; those of the default grid come first. */
export function Picker({ catalogue, attack, onPick }: PickerProps) {
  const words = useWords();
  return (
    <div class="field">
      <label for="attack">{words.attack}</label>
      <select id="attack" value={attack.id} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {catalogue.scenarios.map((scenario) => (
          <optgroup key={scenario.id} label={words.said(scenario.title)}>
            {attacksOf(scenario.id, catalogue).map(({ id, title }) => (
              <option key={id} value={id}>
                {words.said(title)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p class="facts">
        <code>{attack.id}</code>
        <br />
        {words.positionTitle}
        {words.colon} {words.position[attack.position]} · {words.propertyTitle}{' '}
        {words.property[attack.property]}
      </p>
    </div>
  );
}

const attacksOf = (scenario: string, { attacks }: StudioCatalogue): StudioAttack[] =>
  attacks.filter((attack) => attack.scenario === scenario).sort((a, b) => Number(b.grid) - Number(a.grid));
