import { clean } from '../../src/extract/clean/index.ts';
import { judgeIndicators } from '../../src/extract/indicator/index.ts';
import { proposeIndicators } from '../../src/extract/indicator/proposal.ts';
import { Scene, type Subject } from '../../src/extract/indicator/scene.ts';
import type { EntityType, ProjectStatus } from '../../src/model/entity.ts';
import { rawOf } from './view.ts';

/** Names with their types, and for a project its state. */
export type Names = Readonly<Record<string, EntityType | readonly ['Project', ProjectStatus]>>;

/**
 * The figures that grammar and rules read in a text about things that stand in it by name: whose, measure, value and what else is told.
 * What is bare is left out: only the model can tell whether it is one.
 */
export function readFigures(text: string, names: Names, published?: string) {
  const metadata = published === undefined ? {} : { published };
  const document = clean({ ...rawOf(text), metadata });
  const subjects = Object.entries(names).map(([name, kind]): Subject => {
    const [type, status] = typeof kind === 'string' ? [kind] : kind;
    const mentions = [...document.text.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
    }));
    return { type: type as EntityType, forms: [name], mentions, status };
  });
  const scene = new Scene(document, subjects);
  const proposals = proposeIndicators(scene).filter(({ reading }) => !reading.isBare);
  const verdicts = proposals.map(() => ({ told: 1 }));
  const found = judgeIndicators(proposals, verdicts, { told: 0, open: 1, owner: 1 });
  return found.map(({ entity, start, end, rule: _, belief: __, ...told }) => ({
    of: subjects[entity]?.forms[0],
    ...told,
    quote: document.text.slice(start, end),
  }));
}
