import type { AttackFacts } from '../../model/attack.js';
import type { Scenario } from '../../model/scenario.js';
import type { Bundle } from '../html/document.js';
import type { Fought } from '../report.js';
import type { Texts } from '../texts/index.js';

export const renderSlides = (
  _f: Fought,
  _s: readonly Scenario[],
  _a: readonly AttackFacts[],
  _t: Texts,
  _b: Bundle,
): string => '';
