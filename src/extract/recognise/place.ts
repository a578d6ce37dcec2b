import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Mention } from '../../model/mention.ts';
import { bareDivision, parseDivision } from '../../names/division.ts';
import type { TextView } from './text-view.ts';

/**
 * Find provinces, cities, counties and districts by the list of divisions.
 *
 * A word of the dictionary must be tagged as a place, so that 和平 or 朝阳 as ordinary words stay out; a name with its class word
 * (台安县) needs no tag. Source: seeds/divisions.csv
 */
export function recognisePlaces(view: TextView, knowledge: Knowledge): Mention[] {
  const found: Mention[] = [];
  const { tokens, text } = view;
  const inside = new Map<string, boolean>();
  /** Whether the text names the city or province that a county belongs to. */
  const hasAncestor = (form: string): boolean => {
    let known = inside.get(form);
    if (known === undefined) {
      known = ancestorsOf(form, knowledge).some((name) => text.includes(name));
      inside.set(form, known);
    }
    return known;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.text.length < 2 || !/[\p{Script=Han}]/u.test(token.text)) continue;
    let { end } = token;
    const next = tokens[i + 1];
    const joined = next && next.text.length === 1 ? token.text + next.text : token.text;
    if (
      next &&
      joined !== token.text &&
      /^[省市县区州旗盟]$/u.test(next.text) &&
      knowledge.places.has(joined)
    )
      end = next.end;
    const form = text.slice(token.start, end);
    if (!knowledge.places.has(form)) continue;
    const full = end > token.end || parseDivision(form).classWord !== '';
    if (!full && token.pos !== 'ns' && token.pos !== 'nt' && !isCity(form, knowledge)) continue;
    if (isDoubtful(form) && !isCity(form, knowledge) && !hasAncestor(form)) continue;
    found.push({
      start: token.start,
      end,
      type: 'Place',
      form,
      rule: 'place/division',
      confidence: full ? 0.95 : 0.85,
    });
  }
  return found;
}

/** Whether a bare name is that of a province or a city: a county's (资源, 会同) is as often an ordinary word. */
function isCity(form: string, knowledge: Knowledge): boolean {
  return (knowledge.places.get(form) ?? []).some(({ level }) => level !== 'county');
}

/** Whether a county's name is as likely an ordinary word: two characters (兴县, 大关), or a class of district (老城区, 郊区). */
function isDoubtful(form: string): boolean {
  return (
    form.length === 2 || /^(?:老|新|旧)?(?:城|郊|矿|东|西|南|北|城中|市中|城关|河东|河西)区$/u.test(form)
  );
}

/** The cities and provinces that counties of a name belong to, without their class words. */
function ancestorsOf(form: string, knowledge: Knowledge): string[] {
  return (knowledge.places.get(form) ?? []).flatMap(({ code }) =>
    knowledge.gazetteer
      .chain(code)
      .slice(1)
      .map(({ name }) => bareDivision(name)),
  );
}
