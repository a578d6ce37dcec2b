import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { isOffice, isPlainOrganization, ORGANIZATION_HEAD } from '../../names/organization.ts';
import { findNameStart } from './name-start.ts';
import type { TextView } from './text-view.ts';

/** Find offices, institutes, universities, hospitals, associations by what their names end in, with whose they are in front. */
export function recogniseOrganizations(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  for (const match of view.text.matchAll(ORGANIZATION_HEAD)) {
    const end = match.index + match[0].length;
    if (
      /^(?:路|街|站|门口|附近|城|项目|工程|建设|生|长|大厦)/u.test(view.text.slice(end, end + 2)) &&
      !/^长/u.test(view.text.slice(end, end + 1))
    )
      continue;
    const head = view.tokenAt(match.index);
    const first = findNameStart(view, head, knowledge);
    const start = Math.min(view.tokens[first]?.start ?? match.index, match.index);
    const name = view.text.slice(start, match.index);
    const office = isOffice(match[0]);
    if (!office && (name.length < 2 || isPlainOrganization(name))) continue;
    const prefix = office ? whose(view, match.index) : undefined;
    const from =
      prefix ?? (office && start === match.index && knowledge.descriptors.has(name) ? match.index : start);
    if (end - from < 3) continue;
    if (office && from === match.index && match[0].length < 4) continue;
    found.push({
      start: from,
      end,
      type: 'Organization',
      form: view.text.slice(from, end),
      rule: office ? 'organization/office' : 'organization/class',
      confidence: 0.8,
    });
  }
  return found;
}

/** 省, 市, 区, 县 right in front of an office says whose it is, as far as a bare class word can. */
function whose(view: TextView, at: number): number | undefined {
  return /(?:^|[^\p{Script=Han}]|[由在和与、及到的])[省市区县]$/u.test(
    view.text.slice(Math.max(0, at - 2), at),
  )
    ? at - 1
    : undefined;
}
