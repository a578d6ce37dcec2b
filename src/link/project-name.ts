import { nearby } from '../model/nearby.ts';
import type { Clusters } from './cluster.ts';
import { isSubsequence } from './company-name.ts';

const PHASE = /\(?(?:[一二三四五六七八九十\d]|首)期\)?(?:工程)?/gu;
const CLASS = /(?:建设|技改|改扩建|扩建|投资)?(?:项目|工程){1,4}$/u;

/** A project's name without its phase and the words 项目, 工程: what two forms of it share. */
export function coreOfProject(name: string): string {
  return name.replace(PHASE, '').replace(CLASS, '');
}

/** Join forms of one project: the same but for phase or class word, a shortened form, or the builder's name alone before 项目. */
export function aliasProjects(clusters: Clusters, isCompany: (form: string) => boolean): void {
  const forms = clusters.forms('Project');
  const cores = new Map(forms.map((form) => [form, coreOfProject(form)]));
  for (const [i, a] of forms.entries()) {
    const coreA = cores.get(a) ?? '';
    for (const b of nearby(forms, i)) {
      const coreB = cores.get(b) ?? '';
      if (a === b || coreB.length > coreA.length || coreB.length === 0) continue;
      if (coreA === coreB) clusters.join('Project', a, b);
      else if (
        coreB.length >= 4 &&
        (coreA.endsWith(coreB) || (coreB[0] === coreA[0] && isSubsequence(coreB, coreA)))
      )
        clusters.join('Project', a, b);
    }
  }
  for (const [i, form] of forms.entries()) {
    const core = cores.get(form) ?? '';
    if (!isCompany(core)) continue;
    const owned = nearby(forms, i).filter(
      (other) => other !== form && (cores.get(other) ?? '').startsWith(core),
    );
    const roots = clusters.apart('Project', owned);
    if (roots.length === 1 && roots[0]) clusters.join('Project', roots[0], form);
  }
}
