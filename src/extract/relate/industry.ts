import type { Hint, LinkedDocument } from './linked-document.ts';

/** How far in front of an industry what ties a firm to it may stand, and the firm begin: units. */
const NEAR = 30;
const REACH = 200;

/** What is in which industry: said of a firm or a project in the clause, else aimed at by the zone that the article is about. */
export function relateIndustries(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  for (const industry of linked.placed) {
    if (industry.type !== 'Industry') continue;
    const sentence = linked.sentence(industry.start);
    const after = linked.text.slice(industry.end, industry.end + 24);
    const before = linked.text.slice(Math.max(sentence.start, industry.start - NEAR), industry.start);
    const reach = { start: Math.max(sentence.start, industry.start - REACH), end: industry.start };
    const firms = linked.within(reach, 'Company', 'Project');
    const own =
      /^(?:产业|行业)?(?:链)?(?:优强|龙头|领军|头部|重点|知名|代表|领域|板块){0,4}(?:企业|公司|项目|厂商|领跑者)/u.test(
        after,
      );
    const listed = firms.filter(
      (m) =>
        /等[^,。;]{0,12}$|是[^。;]{0,24}$|为[^。;]{0,20}$|代表的[^。;]{0,4}$/u.test(
          linked.text.slice(m.end, industry.start),
        ) ||
        (own && industry.start - m.end < 20),
    );
    if (firms.length > 0 && (own || /(?:是|为|代表的)[^。;]{0,24}$/u.test(before)) && listed.length > 0) {
      const last = listed.at(-1);
      const group = firms.filter(
        (m) => last && m.end <= last.end && /^[^。;,]{0,30}$/u.test(linked.text.slice(m.end, industry.start)),
      );
      for (const firm of group)
        links.push({
          from: firm.entity,
          type: 'IN_INDUSTRY',
          to: industry.entity,
          span: sentence,
          rule: 'industry/firm',
        });
      if (group.length > 0) continue;
    }
    const zone = linked.firstWithin(sentence, 'Zone')?.entity ?? linked.zoneOf(sentence.article);
    if (zone !== undefined)
      links.push({
        from: zone,
        type: 'IN_INDUSTRY',
        to: industry.entity,
        span: sentence,
        rule: 'industry/zone',
      });
  }
  return links;
}
