import type { EntityType } from '../model/entity.ts';
import type { Division } from '../model/seeds.ts';
import { isFullCompany } from '../names/company.ts';
import { startsWithLevel } from '../names/division.ts';
import { stemOfIndustry } from '../names/industry.ts';
import { normaliseForm } from '../names/normalise.ts';
import { isLocalBody } from '../names/organization.ts';
import { bareProject } from '../names/project.ts';
import { bareBody, bodyKey } from './body-name.ts';
import type { Divisions } from './divisions.ts';
import { firmKey } from './firm-key.ts';
import {
  isNameAndTrade,
  isOtherListed,
  isPlacedInBrackets,
  isPlainFirm,
  isPlainName,
  isTradeName,
  isWord,
  shortNames,
} from './firm-name.ts';
import { type FirmWords, NO_FIRM_WORDS } from './firm-words.ts';
import { listedName } from './listed-name.ts';
import { placeBody } from './local-body.ts';
import { isMadeOf } from './made-of.ts';
import { projectNames, SHORT_PROJECT, TELLING_PROJECT } from './project-name.ts';
import { parseZoneName, type ZoneName } from './zone-name.ts';

/** What is asked of two mentions in different documents that bear one name. */
export type Agreement =
  /** The name is enough. */
  | 'name'
  /** The name is enough unless their surroundings contradict one another. */
  | 'no-conflict'
  /** The name is enough unless they lie in places that contradict one another: a work has many builders. */
  | 'no-other-place'
  /** The name is enough, and what contradicts most of the others is put down to the article, unless several say so. */
  | 'mostly'
  /** Their surroundings have to agree: the name alone says too little. */
  | 'context';

/** People are one kind, whatever their posts. */
export type Kind = Exclude<EntityType, 'Official' | 'Executive'> | 'Person';

/** Each kind after those that tell its homonyms apart. */
export const KINDS: readonly Kind[] = [
  'Place',
  'Industry',
  'Zone',
  'Company',
  'Organization',
  'Project',
  'Person',
];

export function kindOf(type: EntityType): Kind {
  return type === 'Official' || type === 'Executive' ? 'Person' : type;
}

const ZONE_CLASS =
  /(?:园区|园|新城|新区|片区|组团|示范区|开发区|合作区|功能区|集聚区|基地|小镇|城|港|谷|区)$/u;

const LINE =
  /^(?!黄河|长江|环城|绕城|[内中外]环|沿[江海]|机场)[\p{Script=Han}]{2,4}(?:高铁|铁路|高速|城际|运河|跨海通道)$/u;

/** Water, gas and power led from one land to another: 引汉济渭, 陇电入浙, 滇中引水. */
const WATERS =
  /^(?:\p{Script=Han}{1,2}电[入送]\p{Script=Han}{1,2}|引\p{Script=Han}{1,2}[济入补]\p{Script=Han}{1,2}|\p{Script=Han}{2,4}(?:引水|调水|输水)|南水北调|西气东输)$/u;

/** What firms do for themselves: behind words of a trade alone as many do it (汽车芯片研发及产业化项目). */
const KIND_OF_WORK =
  /(?:研发|产业化|生产|制造|升级|网络|信息化|改造|技改|扩产)(?:及产业化|基地|中心|生产线)?$/u;

/** What every town builds: 生活垃圾焚烧发电项目. */
const OF_EVERY_TOWN =
  /^(?:生活|餐厨|建筑|城市|工业){0,2}(?:垃圾|污水|污泥|固废|废水)(?:综合|焚烧|处理|处置|发电|资源化|利用){1,4}(?:中心|厂|站)?$/u;

/** What an article names beside: its divisions, and its firms folded. */
interface Beside {
  readonly divisions: ReadonlyMap<string, Division>;
  readonly firms: ReadonlySet<string>;
}

/** Reads names of each kind: their normal forms, and how much they say by themselves. Every form is read once. */
export class Names {
  readonly divisions: Divisions;
  readonly firms: FirmWords;
  private readonly zones = new Map<string, ZoneName>();
  private readonly firmNames = new Map<string, string[]>();
  private readonly words = new Map<string, boolean>();
  private readonly keys = new Map<Kind, Map<string, string>>();
  private readonly agreements = new Map<Kind, Map<string, Agreement>>();

  constructor(divisions: Divisions, firms: FirmWords = NO_FIRM_WORDS) {
    this.divisions = divisions;
    this.firms = firms;
  }

  zone(form: string): ZoneName {
    return remember(this.zones, form, () => parseZoneName(form, this.divisions));
  }

  /** The normal form under which names of one kind are equal. */
  key(kind: Kind, form: string): string {
    if (kind === 'Zone') return this.zone(form).key;
    return remember(this.memoryOf(this.keys, kind), form, () => {
      if (kind === 'Company') return firmKey(form, this.firms);
      if (kind === 'Organization') return bodyKey(form, this.firms.bodies, this.divisions);
      if (kind === 'Project') return bareProject(form);
      const folded = normaliseForm(form);
      return kind === 'Industry' ? stemOfIndustry(folded) || folded : folded;
    });
  }

  /**
   * Further names of a thing: of a firm the one that public lists have for it; of a zone that without its place, of a project
   * without the builder and the place in front; of a body that with the place which its article is about.
   */
  furtherNames(kind: Kind, form: string, { divisions, firms }: Beside): string[] {
    if (kind === 'Organization')
      return [
        ...listOf(placeBody(form, divisions.values(), this.divisions)),
        ...listOf(bareBody(form, divisions.values(), this.firms.bodies, this.divisions)),
      ];
    if (kind === 'Zone') return listOf(this.isProperZone(form) ? this.zone(form).unplaced : undefined);
    if (kind === 'Company') return remember(this.firmNames, form, () => this.furtherFirmNames(form));
    return kind === 'Project' ? projectNames(form, firms, this.firms, this.divisions) : [];
  }

  private furtherFirmNames(form: string): string[] {
    // All names of a great firm are known.
    if (this.firms.nameOf.has(this.key('Company', form))) return [];
    const listed = listOf(listedName(form, this.firms, this.divisions));
    return [...listed, ...shortNames(form, this.firms, this.divisions)];
  }

  /** Whether a zone has a name of its own beside its place and what it is for: 雄安新区, not 数字经济产业园. */
  private isProperZone(form: string): boolean {
    const { common } = this.firms;
    const own = this.zone(form).rest.replace(ZONE_CLASS, '');
    return common.size > 0 && own.length >= 2 && !isMadeOf(own, common);
  }

  /** Whether a short form of a firm is a word, and tells of no firm elsewhere. */
  isWord(form: string): boolean {
    return remember(this.words, form, () => isWord(form, this.firms, this.divisions));
  }

  /**
   * Whether a short form of a firm may well be that of another firm too: it is so short and the owner's name says more than it and
   * a trade (国轩 of 江西国轩高科动力), the owner is the firm of one place (晨星汽车 of 晨星汽车科技(云岭)有限公司), or the form is
   * that of a listed company and the owner is none.
   */
  isWeakAlias(kind: Kind, form: string, owners: Iterable<string>): boolean {
    if (kind !== 'Company') return false;
    const all = [...owners];
    if (all.some((owner) => isPlacedInBrackets(owner, this.divisions))) return true;
    const legal = all.filter(isFullCompany);
    if (legal.length > 0 && legal.every((owner) => isOtherListed(form, owner, this.firms))) return true;
    if (form.length > 2 || this.firms.known.has(form)) return false;
    const isOwn = (owner: string) =>
      isPlainName(form, owner) || isTradeName(form, owner, this.firms, this.divisions);
    return !all.some(isOwn);
  }

  /** Whether a firm's name is another with nothing but a trade behind that a house is by itself. */
  isNameAndTrade(short: string, name: string): boolean {
    return isNameAndTrade(short, name, this.firms);
  }

  /** 操声跃, 经开组团, 秋樱路 and 区人民医院 need their surroundings; 宜春经开区 does not. */
  agreement(kind: Kind, form: string): Agreement {
    return remember(this.memoryOf(this.agreements, kind), form, () => this.agreementOf(kind, form));
  }

  /** Whether a project's name is so short, and made of such words, that it says of no project which it is. */
  private isPlainProject(form: string): boolean {
    const bare = bareProject(form);
    if (this.isKindOfWork(bare)) return true;
    if (bare.length >= SHORT_PROJECT || this.isNamedLine(form)) return false;
    return (
      bare.length < TELLING_PROJECT / 2 + 1 ||
      this.firms.common.size === 0 ||
      isMadeOf(bare, this.firms.common)
    );
  }

  /** Whether a project's name says so much that it is no other's, whatever firms articles name beside. */
  isTellingProject(form: string): boolean {
    const bare = bareProject(form);
    if (this.isNamedLine(form)) return true;
    return bare.length >= TELLING_PROJECT && !this.isKindOfWork(bare) && !isMadeOf(bare, this.firms.common);
  }

  private isKindOfWork(bare: string): boolean {
    const trade = bare.replace(KIND_OF_WORK, '');
    return OF_EVERY_TOWN.test(bare) || (trade !== bare && isMadeOf(trade, this.firms.common));
  }

  private isNamedLine(form: string): boolean {
    const bare = bareProject(form);
    return LINE.test(bare) || WATERS.test(bare);
  }

  private memoryOf<T>(memories: Map<Kind, Map<string, T>>, kind: Kind): Map<string, T> {
    return remember(memories, kind, () => new Map());
  }

  private agreementOf(kind: Kind, form: string): Agreement {
    const folded = normaliseForm(form);
    const placed = this.divisions.prefix(folded).end > 0;
    const ofItsPlace = startsWithLevel(folded);
    switch (kind) {
      case 'Place':
      case 'Industry':
        return 'name';
      case 'Company':
        return isPlainFirm(form, this.firms) ? 'context' : 'name';
      case 'Person':
        return 'context';
      case 'Zone':
        if (this.zone(form).bare) return 'context';
        return this.isProperZone(form) ? 'mostly' : placed ? 'name' : 'no-conflict';
      case 'Organization':
        if (ofItsPlace) return 'context';
        if (placed || !isLocalBody(folded)) return 'name';
        return folded.length < 5 ? 'context' : 'no-conflict';
      case 'Project':
        if (ofItsPlace || /^年产/u.test(folded)) return 'context';
        // A line lies in all the places that it goes through.
        if (this.isNamedLine(form)) return 'name';
        if (this.isPlainProject(form)) return 'context';
        return this.isTellingProject(form) ? 'no-other-place' : 'no-conflict';
    }
  }
}

/** Of several, what asks for the most. */
export function strictest(all: readonly Agreement[]): Agreement {
  return (
    (['context', 'no-conflict', 'no-other-place', 'mostly'] as const).find((one) => all.includes(one)) ??
    'name'
  );
}

/** A name as a list; of none, or an empty one, the empty list. */
function listOf(name: string | undefined): string[] {
  return name ? [name] : [];
}

function remember<K, T>(memory: Map<K, T>, key: K, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
