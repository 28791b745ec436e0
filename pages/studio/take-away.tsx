import { useState } from 'preact/hooks';
import type { StudioExport, StudioTrial } from '../../src/model/studio.js';
import { useWords } from './context.js';

/** The trial as files, and the link that plays it again. */
export function TakeAway({ trial }: { readonly trial: StudioTrial }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(location.href).then(() => setCopied(true));
  };
  return (
    <p class="take-away">
      {words.takeAway}
      {words.colon}{' '}
      {trial.exports
        .filter(({ lang }) => lang === null || lang === words.lang)
        .map((each) => (
          <button key={each.extension} type="button" onClick={() => save(each, nameOf(trial))}>
            {words.exports[each.extension] ?? each.extension}
          </button>
        ))}
      <button type="button" onClick={copy}>
        {copied ? words.copied : words.copyLink}
      </button>
    </p>
  );
}

const nameOf = ({ result: { attack, defense }, seed }: StudioTrial): string =>
  `${attack}-${defense}-seed-${seed}`.replace(/[^\w.+-]/g, '-');

function save({ text, mediaType, extension }: StudioExport, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${extension}`;
  link.click();
  URL.revokeObjectURL(address);
}
