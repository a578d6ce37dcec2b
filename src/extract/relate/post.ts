import type { Knowledge } from '../../knowledge/knowledge.ts';
import { lastEndingBy } from '../../model/nearby.ts';
import type { Division } from '../../model/seeds.ts';
import { levelOfTitle, type TitleLevel } from '../../names/title.ts';
import { ZONE_SELF } from '../../names/zone.ts';
import type { Link, LinkedDocument, Placed } from './linked-document.ts';

const BODY_TYPES = ['Company', 'Zone', 'Organization', 'Place', 'Project'] as const;
const WAITING = /^(?:公司|企业|该公司|集团)$/u;
const ZONE_IN_FRONT = new RegExp(`(?:新区|${ZONE_SELF})$`, 'u');
const OWN_ZONE = /管委会|党工委|工委/u;

/** A post found for a person: the title without the body, and the body's entity where it is known. */
export interface Post {
  readonly person: Placed;
  readonly title: string;
  readonly body?: number;
  readonly start: number;
}

/**
 * What post each mention of a person tells: the longest entity in front of the title is the body, the rest is the title.
 *
 * 公司, 该公司 stand for the company last named; 管委会 and 党工委 without a zone for the zone that the article is about.
 */
export function findPosts(linked: LinkedDocument, knowledge: Knowledge): Post[] {
  const posts: Post[] = [];
  const placesOf = placesByLevel(linked, knowledge);
  for (const person of linked.placed) {
    if (person.title === undefined || person.titleSpan === undefined) continue;
    const { start, end } = person.titleSpan;
    const sentence = linked.sentence(person.start);
    const across = linked
      .within({ start: Math.max(sentence.start, start - 20), end: start }, 'Organization')
      .findLast((m) => m.end > start && m.end < end);
    if (across) {
      posts.push({
        person,
        title: linked.text.slice(across.end, end),
        body: across.entity,
        start: across.start,
      });
      continue;
    }
    const body = linked
      .within({ start: Math.max(sentence.start, start - 40), end: start }, ...BODY_TYPES)
      .filter((m) => m.end <= start && start - m.end <= 14 && isGap(linked.text.slice(m.end, start)))
      .sort((a, b) => b.end - a.end || a.start - b.start)[0];
    if (body) {
      const gap = linked.text.slice(body.end, start).replace(/^(?:\([^()]*\)|[的\s])+/u, '');
      posts.push({ person, title: gap + person.title, body: body.entity, start: body.start });
      continue;
    }
    const previous = posts.at(-1);
    if (
      previous?.body !== undefined &&
      /^[、,;和及]{1,2}$/u.test(linked.text.slice(previous.person.end, start))
    ) {
      posts.push({ person, title: person.title, body: previous.body, start: previous.start });
      continue;
    }
    const before = linked.text.slice(Math.max(0, start - 4), start);
    const whose = bodyOfTitle(linked, person, start, sentence.article, placesOf);
    const waits = /(?:公司|企业|集团)$/u.exec(before)?.[0];
    const referred =
      waits !== undefined && WAITING.test(waits)
        ? linked.lastBefore(start, 3, 'Company')?.entity
        : OWN_ZONE.test(person.title)
          ? linked.zoneOf(sentence.article)
          : whose;
    posts.push({ person, title: person.title, ...(referred === undefined ? {} : { body: referred }), start });
  }
  return posts;
}

/** What a place must be to have posts of a level. */
const HAS_POSTS: Readonly<Record<Exclude<TitleLevel, 'zone'>, (place: Division) => boolean>> = {
  province: (place) => place.level === 'province',
  city: (place) => place.level === 'city' || /市$/u.test(place.name),
  county: (place) => place.level === 'county' && /[县旗]$/u.test(place.name),
  district: (place) => place.level === 'county' && /区$/u.test(place.name),
};

/** The places of an article that are divisions of one level, in text order; `main` is the one that the article is about, or the first. */
interface LevelPlaces {
  readonly places: readonly Placed[];
  readonly main: number | undefined;
}

/** The places of an article by the level of their posts; each list is made once. */
function placesByLevel(
  linked: LinkedDocument,
  knowledge: Knowledge,
): (article: number, level: keyof typeof HAS_POSTS) => LevelPlaces {
  const known = new Map<string, LevelPlaces>();
  return (article, level) => {
    const key = `${article} ${level}`;
    let found = known.get(key);
    if (!found) {
      const fits = HAS_POSTS[level];
      const places = linked
        .ofType('Place')
        .filter(
          ({ sentence, entity }) =>
            linked.articleOf(sentence) === article &&
            linked.formsOf(entity).some((form) => (knowledge.places.get(form) ?? []).some(fits)),
        );
      const main = places.find(({ entity }) => entity === linked.placeOf(article)) ?? places[0];
      found = { places, main: main?.entity };
      known.set(key, found);
    }
    return found;
  };
}

/** The division or zone that a title speaks of without naming it: 市委书记 is one of the city that the article speaks of. */
function bodyOfTitle(
  linked: LinkedDocument,
  person: Placed,
  start: number,
  article: number,
  placesOf: ReturnType<typeof placesByLevel>,
): number | undefined {
  const level = levelOfTitle(person.title ?? '');
  if (level === 'zone' || ZONE_IN_FRONT.test(linked.text.slice(Math.max(0, start - 3), start)))
    return linked.zoneOf(article);
  if (level === undefined) return undefined;
  const { places, main } = placesOf(article, level);
  return lastEndingBy(places, start)?.entity ?? main;
}

/** What may stand between a body and the title: a department or a field of work, no clause of its own. */
function isGap(gap: string): boolean {
  return (
    /^(?:[\p{Script=Han}A-Z]|\([^()]*\)){0,10}$/u.test(gap) &&
    !/[,。的在与和是由将对向从说称等让]|为/u.test(gap.replace(/^的/u, ''))
  );
}

/** HOLDS_POST links, several posts of one person each to its own body. */
export function relatePosts(linked: LinkedDocument, posts: readonly Post[]): Link[] {
  return posts.flatMap(({ person, title, body }): Link[] => {
    if (body === undefined) return [];
    const span = linked.sentence(person.start);
    return [
      {
        from: person.entity,
        type: 'HOLDS_POST',
        to: body,
        span,
        rule: 'post/title',
        confidence: person.confidence,
        title,
      },
    ];
  });
}
