import type { ClaimResult } from '../../model/claims.js';
import type { Ablation, Matrix, TrialResult } from '../../model/results.js';
import type { Scenario } from '../../model/scenario.js';
import { throughAt } from '../answers.js';
import { type Markup, markup } from '../markup.js';
import type { Fought } from '../report.js';
import type { Texts } from '../texts/index.js';
import { translatedClaim } from '../translated.js';
import type { Extras } from './extras.js';
import { lessonSection } from './lesson.js';

export type ToldScenario = Pick<Scenario, 'id' | 'title' | 'story' | 'lesson' | 'teaches'>;

/** A section under a heading that the table of contents leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

/** What stands beneath the grid and the chart; a section without data is not there. */
export function sectionsBelow(
  { matrix, claims = [] }: Pick<Fought, 'matrix' | 'claims'>,
  scenarios: readonly ToldScenario[],
  extras: Extras,
  texts: Texts,
): Section[] {
  const { report } = texts;
  const { ablation } = extras;
  return [
    {
      id: 'ablation',
      title: report.ablation,
      content: ablation ? ablated(ablation, texts) : markup`<p>${report.ablationHow}</p>`,
    },
    ...(claims.length > 0 ? [{ id: 'claims', title: report.claims, content: settled(claims, texts) }] : []),
    { id: 'residual', title: report.residual, content: residual(matrix, texts) },
    { id: 'scenarios', title: report.scenarios, content: told(scenarios, matrix, texts) },
    { id: 'method', title: report.method, content: method(matrix, texts) },
  ];
}

function tableOf(label: string, heads: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  return markup`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="plain">
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([
      first,
      ...rest
    ]) => markup`<tr><th scope="row">${first!}</th>${rest.map((cell) => markup`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

/** A list of ids, each a code. */
const codes = (ids: readonly string[]): Markup =>
  markup`${ids.map((id, place) => markup`${place > 0 ? ', ' : ''}<code>${id}</code>`)}`;

/** What attacks and defenses say of themselves, in the language in which they say it. */
const own = (text: string, { dataLang, lang }: Texts): Markup =>
  dataLang === lang ? markup`${text}` : markup`<span lang="${dataLang}">${text}</span>`;

function ablated({ defense, roles }: Ablation, texts: Texts): Markup {
  const { report } = texts;
  const rows = roles.map(({ part, gone, needed, standIns }) => {
    const others = gone.filter((id) => id !== part);
    const along = others.length === 0 ? null : markup`<br>${report.gone(others.join(', '))}`;
    const answered = standIns.flatMap(({ attack, by }) => (by === null ? [] : report.standIn(attack, by)));
    return [
      markup`<code>${part}</code>${along}`,
      needed.length > 0
        ? codes(needed.map(({ attack }) => attack))
        : markup`${report.depth}${answered.map((line) => markup`<br>${line}`)}`,
    ];
  });
  return markup`<p>${report.ablationIntro(defense)}</p>${tableOf(report.ablation, [report.without, report.getsThrough], rows)}`;
}

function settled(claims: readonly ClaimResult[], texts: Texts): Markup {
  const { report, lang } = texts;
  return tableOf(
    report.claims,
    [report.claim, report.basis, report.observed, report.ruling],
    claims
      .map((claim) => translatedClaim(claim, texts))
      .map(({ number, french, english, basis, source, observed, ruling, because }) => [
        markup`${number}. <q lang="fr">${french}</q>${lang === 'fr' ? null : markup`<br>${english}`}`,
        markup`${report.bases[basis]}${source === undefined ? null : markup`<br>${source}`}`,
        own(observed, texts),
        markup`<strong class="ruling">${report.rulings[ruling]}</strong><br>${own(because, texts)}`,
      ]),
  );
}

function residual(matrix: Matrix, texts: Texts): Markup {
  const { report } = texts;
  const rows = matrix.defenses.map(({ id, protects, leavesOpen }) => {
    const through = throughAt(matrix, id).map(({ attack }) => attack);
    const all = through.length === matrix.attacks.length;
    const measured = all ? markup`${report.throughAll}` : markup`${report.throughNothing}`;
    return [
      markup`${id}`,
      own(protects, texts),
      own(leavesOpen, texts),
      all || through.length === 0
        ? measured
        : markup`<details><summary>${report.throughCount(`${through.length}`, `${matrix.attacks.length}`)}</summary>${codes(through)}</details>`,
    ];
  });
  const risks = openEverywhere(matrix);
  const kept =
    risks.length > 0
      ? tableOf(
          report.risk,
          [report.risk, report.because],
          risks.map(({ attack, because }) => [markup`<code>${attack}</code>`, own(because, texts)]),
        )
      : null;
  return markup`<p>${report.residualIntro}</p>${kept}${tableOf(
    report.residual,
    [report.defense, report.protects, report.leavesOpen, report.through],
    rows,
  )}`;
}

/** Attacks that got through unnoticed whatever stood in their way, each with what the last of these trials showed. */
const openEverywhere = ({ attacks, trials }: Matrix): TrialResult[] =>
  attacks.flatMap(({ id }) => {
    const fought = trials.filter(({ attack, verdict }) => attack === id && verdict !== 'not-applicable');
    return fought.length > 0 && fought.every(({ verdict }) => verdict === 'breached') ? fought.slice(-1) : [];
  });

const told = (scenarios: readonly ToldScenario[], { attacks }: Matrix, texts: Texts): Markup =>
  markup`${scenarios
    .filter(({ id }) => attacks.some(({ scenario }) => scenario === id))
    .map(
      ({ id, title, story, lesson, teaches }) =>
        markup`<article class="scenario"><h3>${own(title, texts)}</h3><p>${own(story, texts)}</p><p><strong>${texts.report.lesson}</strong> ${own(lesson, texts)}</p>${teaches ? lessonSection(id, teaches, texts) : null}</article>
`,
    )}`;

function method({ containment, controls }: Matrix, { report }: Texts): Markup {
  const passed = controls.filter(({ outcome }) => outcome === 'passed').length;
  const items = [
    ...report.methodItems,
    report.containment(containment),
    report.controlsLine(`${passed}`, `${controls.length}`),
  ];
  return markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}
