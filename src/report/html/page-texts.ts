import type { Texts } from '../texts/index.js';

/** The texts that the page's script says; sentences are patterns with {places} in them. */
export type PageTexts = ReturnType<typeof pageTexts>;

export function pageTexts({ report, verdict, means }: Texts) {
  return {
    verdict,
    means,
    all: report.all,
    shown: report.shown('{rows}', '{cells}'),
    trial: report.trial('{attack}', '{defense}'),
    story: report.story,
    noFight: report.noFight,
    diagram: report.diagram,
    diagramOf: report.diagramOf('{attack}', '{defense}'),
    bytes: report.bytes,
    before: report.before,
    after: report.after,
    hidden: report.hidden,
    same: report.same('{length}'),
    own: report.own,
    moreBytes: report.moreBytes('{count}'),
    check: report.check,
    noCheck: report.noCheck,
    fired: report.fired('{code}', '{part}'),
    remedy: report.remedy,
    controls: report.controls,
    benign: report.benign,
    positive: report.positive('{against}'),
    passed: report.passed,
    failed: report.failed,
    noControl: report.noControl,
    verdictTitle: report.verdictTitle,
    evidence: report.evidence('{ids}'),
    sources: report.sources,
    copyLink: report.copyLink,
    saveSvg: report.saveSvg,
  };
}
