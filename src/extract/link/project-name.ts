import type { Mention } from '../../model/mention.ts';
import { nearby } from '../../model/nearby.ts';
import { parseProject } from '../../names/project.ts';
import { isSubsequence } from '../../names/subsequence.ts';
import type { Clusters } from './cluster.ts';

/** A name that says how much of what is made, and not who makes it. */
const DESCRIBED = /^年(?:产|处理)/u;

/** Join forms of one project: the same but for phase or class word, a shortened form, or the builder's name alone before 项目. */
export function aliasProjects(
  clusters: Clusters,
  mentions: readonly Mention[],
  text: string,
  isCompany: (form: string) => boolean,
): void {
  const forms = clusters.forms('Project');
  const cores = new Map(forms.map((form) => [form, parseProject(form).core]));
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
    if (roots.length === 0) joinDescribed(form, clusters, mentions, text);
  }
}

/** 晨星项目……,年产10万吨铜箔项目落户: what says only what it makes is the project that its sentence begins to speak of. */
function joinDescribed(form: string, clusters: Clusters, mentions: readonly Mention[], text: string): void {
  for (const named of mentions.filter((m) => m.type === 'Project' && m.form === form)) {
    const rest = /^[^。!?！？\n]*/u.exec(text.slice(named.end))?.[0].length ?? 0;
    const after = mentions.filter((m) => m.start >= named.end && m.end <= named.end + rest);
    const [described, ...others] = after.filter((m) => m.type === 'Project');
    if (described === undefined || others.length > 0 || !DESCRIBED.test(described.form)) continue;
    const builders = after.filter((m) => m.type === 'Company' && m.start < described.start);
    if (builders.length === 0) clusters.join('Project', form, described.form);
  }
}
