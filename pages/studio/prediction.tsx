import { useWords } from './context.js';

export const PREDICTIONS = ['breached', 'detected', 'defeated'] as const;
export type Prediction = (typeof PREDICTIONS)[number];

interface PredictProps {
  readonly prediction: Prediction | null;
  readonly onPredict: (prediction: Prediction) => void;
}

/** Asked before the trial is played. */
export function Predict({ prediction, onPredict }: PredictProps) {
  const words = useWords();
  return (
    <fieldset class="predict">
      <legend>{words.predictTitle}</legend>
      {PREDICTIONS.map((name, index) => (
        <label key={name} class={`guess ${name}`}>
          <input
            type="radio"
            name="prediction"
            checked={prediction === name}
            onChange={() => onPredict(name)}
          />
          <span>
            <kbd>{index + 1}</kbd> {words.predict[name]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
