import type { ComponentChildren } from 'preact';
import type { Bytes, PageData, StoryStep, TrialData } from '../../src/report/html/page.js';
import { visible } from '../../src/report/sanitize.js';
import { filled } from './data.js';
import { Diagram } from './diagram.js';

interface Told {
  readonly trial: TrialData;
  readonly data: PageData;
}

/** One trial: the verdict and why, the story, the diagram, the bytes, the check, the controls. */
export function Trial({ trial, data, width }: Told & { readonly width: number }) {
  const { texts } = data;
  const deeds = trial.story.filter(({ bytes }) => bytes);
  return (
    <>
      <p lang={data.dataLang}>{visible(trial.title)}</p>
      <p>
        <strong class={`cell ${trial.verdict}`}>{texts.verdict[trial.verdict]}</strong>{' '}
        <span>{texts.means[trial.verdict]}</span>
      </p>
      <p lang={data.dataLang}>{visible(trial.because)}</p>
      {trial.evidence.length > 0 && (
        <p class="quiet">{filled(texts.evidence, { ids: trial.evidence.map(visible).join(', ') })}</p>
      )}
      <Part title={texts.story}>
        {trial.scene ? <Story trial={trial} data={data} /> : <p>{texts.noFight}</p>}
      </Part>
      {trial.scene && (
        <Part title={texts.diagram}>
          <Diagram trial={trial} scene={trial.scene} data={data} width={width} />
        </Part>
      )}
      {deeds.length > 0 && (
        <Part title={texts.bytes}>
          {deeds.map((step) => (
            <Frame key={step.event} step={step} data={data} />
          ))}
          {trial.moreBytes > 0 && <p>{filled(texts.moreBytes, { count: trial.moreBytes })}</p>}
          <p class="quiet">{texts.hidden}</p>
        </Part>
      )}
      <Part title={texts.check}>
        <Check trial={trial} data={data} />
      </Part>
      {trial.remedy && (
        <Part title={texts.remedy}>
          <p>{visible(trial.remedy)}</p>
        </Part>
      )}
      <Part title={texts.controls}>
        <Controls trial={trial} data={data} />
      </Part>
      {trial.sources.length > 0 && (
        <Part title={texts.sources}>
          <p>{trial.sources.map(visible).join('; ')}</p>
        </Part>
      )}
    </>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

const Story = ({ trial: { tactic, story }, data }: Told) => (
  <ol class="story">
    {tactic && (
      <li>
        <b>Mallory</b> <span lang={data.dataLang}>{visible(tactic.does)}</span> <Id event={tactic.id} />
      </li>
    )}
    {story.map((step) => (
      <li key={step.event}>
        <b>{visible(step.who)}</b> {visible(step.sentence)} <Id event={step.event} />
      </li>
    ))}
  </ol>
);

const Id = ({ event }: { readonly event: string }) => <code class="quiet">{visible(event)}</code>;

const Frame = ({ step, data }: { readonly step: StoryStep; readonly data: PageData }) => (
  <figure>
    <figcaption>
      {visible(step.who)} {visible(step.sentence)} <Id event={step.event} />
    </figcaption>
    {step.bytes && <Wire bytes={step.bytes} data={data} />}
  </figure>
);

function Wire({ bytes, data: { texts } }: { readonly bytes: Bytes; readonly data: PageData }) {
  if (bytes.kind === 'same') return <p>{filled(texts.same, { length: bytes.length })}</p>;
  if (bytes.kind === 'own')
    return (
      <>
        <p>{texts.own}</p>
        <pre>{visible(bytes.text)}</pre>
      </>
    );
  const line = (which: 'before' | 'after') =>
    bytes.stretches.map((stretch, place) => {
      const text = visible(stretch[which]);
      if (!stretch.differs || text === '') return text;
      return which === 'before' ? <del key={place}>{text}</del> : <ins key={place}>{text}</ins>;
    });
  return (
    <dl class="wire">
      <dt>{texts.before}</dt>
      <dd>
        <pre>{line('before')}</pre>
      </dd>
      <dt>{texts.after}</dt>
      <dd>
        <pre>{line('after')}</pre>
      </dd>
    </dl>
  );
}

function Check({ trial: { check }, data: { texts, dataLang } }: Told) {
  if (!check) return <p>{texts.noCheck}</p>;
  return (
    <p>
      <strong>{filled(texts.fired, { code: visible(check.code), part: visible(check.part) })}</strong>{' '}
      <span lang={dataLang}>{visible(check.means)}</span>
    </p>
  );
}

function Controls({ trial: { controls }, data: { texts, dataLang } }: Told) {
  if (controls.length === 0) return <p>{texts.noControl}</p>;
  return (
    <ul>
      {controls.map(({ kind, against, outcome, because }) => (
        <li key={kind}>
          {kind === 'benign' ? texts.benign : filled(texts.positive, { against: against ?? 'none' })}{' '}
          <strong>{texts[outcome]}</strong>. <span lang={dataLang}>{visible(because)}</span>
        </li>
      ))}
    </ul>
  );
}
