import { present } from '../../model/assert.ts';
import { firstFrom } from '../../model/nearby.ts';
import { isBranch } from '../../names/company.ts';
import { Heads } from './head.ts';
import type { Hint, LinkedDocument, Placed } from './linked-document.ts';
import { cover } from './linked-document.ts';

/** Who invests in what and who belongs to whom: INVESTS_IN, SUBSIDIARY_OF, PARTNERS_WITH. */
export function relateOwnership(linked: LinkedDocument): Hint[] {
  return [
    ...relateBuilders(linked),
    ...relateInvestors(linked),
    ...relateSubsidiaries(linked),
    ...relatePartners(linked),
  ];
}

/** The builder that heads a project's name. */
function relateBuilders(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  for (const [entity, { type, mentions }] of linked.entities.entries()) {
    if (type !== 'Project') continue;
    for (const mention of mentions) {
      const builder = linked
        .within({ start: mention.start, end: mention.start + 1 }, 'Company')
        .find((m) => m.start === mention.start && m.end < mention.end);
      if (builder) {
        links.push({
          from: builder.entity,
          type: 'INVESTS_IN',
          to: entity,
          span: linked.sentence(mention.start),
          rule: 'invest/builder',
        });
        break;
      }
    }
  }
  return links;
}

/** What no rule reaches beyond, in units: a name and what stands between. */
const REACH = 200;

/** COMPANY 投资 … PROJECT, 由 COMPANY 投资建设的 PROJECT, PROJECT 由 COMPANY 投资. A contractor (承建, 施工) does not invest. */
function relateInvestors(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  for (const project of linked.placed) {
    if (project.type !== 'Project') continue;
    const sentence = linked.sentence(project.start);
    const near = {
      start: Math.max(sentence.start, project.start - REACH),
      end: Math.min(sentence.end, project.end + REACH),
    };
    for (const company of linked.within(near, 'Company')) {
      const rule =
        company.end <= project.start
          ? investsBefore(linked, company, project)
          : investsAfter(linked, company, project);
      if (rule)
        links.push({
          from: company.entity,
          type: 'INVESTS_IN',
          to: project.entity,
          span: sentence,
          rule,
        });
    }
  }
  return links;
}

function investsBefore(linked: LinkedDocument, company: Placed, project: Placed): string | undefined {
  const gap = linked.text.slice(company.end, project.start);
  if (gap.length > 40 || /[。;!?]|承建|施工|总包|中标|设计|监理|供应/u.test(gap)) return undefined;
  const other = linked
    .within({ start: company.end, end: project.start }, 'Company')
    .some((m) => !/^[、和与及]/u.test(linked.text.slice(company.end, m.start)));
  if (other) return undefined;
  if (/(?:投资|投建|投入|出资|斥资|增资|兴建|建设|打造|追加|运营|开发|启动)/u.test(gap) && !/,.*,/u.test(gap))
    return 'invest/verb';
  if (/^的?$/u.test(gap)) return 'invest/adjacent';
  return undefined;
}

function investsAfter(linked: LinkedDocument, company: Placed, project: Placed): string | undefined {
  const gap = linked.text.slice(project.end, company.start);
  const after = linked.text.slice(company.end, company.end + 10);
  return gap.length <= 12 &&
    /由$/u.test(gap) &&
    /^(?:[^。]{0,6})(?:投资|建设|开发|打造|运营)/u.test(after) &&
    !/承建/u.test(after)
    ? 'invest/passive'
    : undefined;
}

const OWNS = /^(?:的)?(?:\([^)]{0,10})?(?:全资|控股|下属|直属|所属|旗下)/u;

function relateSubsidiaries(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  const push = (child: Placed, parent: Placed, rule: string): void => {
    if (child.entity === parent.entity) return;
    links.push({
      from: child.entity,
      type: 'SUBSIDIARY_OF',
      to: parent.entity,
      span: cover(linked.sentence(child.start), linked.sentence(parent.start)),
      rule,
    });
  };
  const companies = linked.ofType('Company');
  for (const [i, a] of companies.entries()) {
    const b = nextAfter(companies, i);
    if (!b || b.start - a.end > 30) continue;
    const gap = linked.text.slice(a.end, b.start);
    if (/[。!?]/u.test(gap)) continue;
    const after = linked.text.slice(b.end, b.end + 16);
    if (/^(?:的)?(?:全资|控股)?(?:下属|所属|旗下)?(?:子公司|全资子公司|控股子公司|分公司)[—-]*$/u.test(gap))
      push(b, a, 'subsidiary/apposition');
    else if (/^旗下(?:的)?(?:[^,。]{0,8})$/u.test(gap)) push(b, a, 'subsidiary/under');
    else if (/^(?:是|为|系|作为|隶属于|隶属)[^,。]{0,6}$/u.test(gap) && OWNS.test(after))
      push(a, b, 'subsidiary/is');
    else if (/^\($/u.test(gap) && OWNS.test(after)) push(a, b, 'subsidiary/brackets');
    else if (
      /^(?:是|为|系)?由$/u.test(gap) &&
      /合资|共同出资|共同组建/u.test(linked.text.slice(b.end, b.end + 40))
    )
      push(a, b, 'subsidiary/joint');
  }
  const firms = new Heads(linked, ['Company'], (form) => [form]);
  for (const [child, { type, forms }] of linked.entities.entries()) {
    if (type !== 'Company') continue;
    const branch = forms.find(isBranch);
    const parent = branch === undefined ? -1 : firms.find([branch], child);
    const first = linked.placesOf[child]?.[0];
    const up = linked.placesOf[parent]?.[0];
    if (first && up) push(first, up, 'subsidiary/branch');
  }
  return links;
}

/** Of mentions in text order, the next one that begins behind the i-th. */
function nextAfter(mentions: readonly Placed[], i: number): Placed | undefined {
  const { end } = present(mentions[i], 'the mention that another follows');
  return mentions[firstFrom(mentions, end)];
}

const PARTNERS = ['Company', 'Zone', 'Organization', 'Place'] as const;
const PACT = /签约|签署|签订|战略合作|合作|达成|携手|共建|联合|对接|结盟/u;

function relatePartners(linked: LinkedDocument): Hint[] {
  const links: Hint[] = [];
  for (const sentence of linked.document.sentences) {
    const parties = linked.within(sentence, ...PARTNERS);
    for (const [i, a] of parties.entries()) {
      const b = nextAfter(parties, i);
      if (!b || b.entity === a.entity || a.type === 'Place' || b.type === 'Place') continue;
      const gap = linked.text.slice(a.end, b.start);
      const after = linked.text.slice(b.end, Math.min(sentence.end, b.end + 24));
      const joined = /^[^,。;]{0,10}(?:与|和|同|、|携手|联合)[^,。;]{0,12}$/u.test(gap);
      if (!joined || !PACT.test(after.split(/[。;]/u)[0] ?? '')) continue;
      if (/^[、和]$/u.test(gap) && !/^(?:战略)?合作|^签约|^签署|^签订/u.test(after)) continue;
      links.push({
        from: a.entity,
        type: 'PARTNERS_WITH',
        to: b.entity,
        span: sentence,
        rule: 'partner/pact',
      });
    }
  }
  return links;
}
