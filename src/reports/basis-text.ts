import type { Basis } from '#domain/basis.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from './paper-source.js';

/** What a demand rests on: an article only where its own text states the duty. */
export function basisText(bases: readonly Basis[], source: Pick<PaperSource, 'parameters'>, say: Say): string {
  return bases.map((basis) => oneBasis(basis, source, say)).join(say('paper.list-joiner'));
}

function oneBasis(basis: Basis, source: Pick<PaperSource, 'parameters'>, say: Say): string {
  if (basis.kind === 'law') return say('paper.basis-law', { law: basis.law, article: basis.article });
  if (basis.kind === 'practice') return say('paper.basis-practice');
  const title = source.parameters.find((each) => each.id === basis.parameter)?.title ?? basis.parameter;
  return say('paper.basis-parameter', { title });
}
