import type { EntityType } from '../model/entity.ts';
import { startsWithLevel } from '../names/division.ts';
import { stemOfIndustry } from '../names/industry.ts';
import { normaliseForm } from '../names/normalise.ts';
import { isLocalBody } from '../names/organization.ts';
import { bareProject } from '../names/project.ts';
import type { Divisions } from './divisions.ts';
import {
  type FirmWords,
  firmKey,
  isMadeOf,
  isPlainFirm,
  isTradeName,
  isWord,
  listedName,
  NO_FIRM_WORDS,
} from './firm-name.ts';
import { parseZoneName, type ZoneName } from './zone-name.ts';

/** What is asked of two mentions in different documents that bear one name. */
export type Agreement =
  /** The name is enough. */
  | 'name'
  /** The name is enough unless their surroundings contradict one another. */
  | 'no-conflict'
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

/** A project's name of so many letters says which it is, as far as its place agrees. */
const TELLING_PROJECT = 8;

/** Reads names of each kind: their normal forms, and how much they say by themselves. Every form is read once. */
export class Names {
  readonly divisions: Divisions;
  readonly firms: FirmWords;
  private readonly zones = new Map<string, ZoneName>();
  private readonly listed = new Map<string, string>();
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
      if (kind === 'Project') return bareProject(form);
      const folded = normaliseForm(form);
      return kind === 'Industry' ? stemOfIndustry(folded) || folded : folded;
    });
  }

  /** A further name of a thing: of a firm the one that public lists have for it, of a zone or a project that without its place. */
  furtherName(kind: Kind, form: string): string | undefined {
    if (kind === 'Project') return this.withoutPlace(form);
    if (kind === 'Zone') return this.isProperZone(form) ? this.zone(form).unplaced : undefined;
    if (kind !== 'Company') return undefined;
    return remember(this.listed, form, () => listedName(form, this.firms, this.divisions) ?? '') || undefined;
  }

  /** A project's name without the place in front, where what is left says enough. */
  private withoutPlace(form: string): string | undefined {
    const folded = normaliseForm(form);
    const { end } = this.divisions.prefix(folded);
    const rest = folded.slice(end);
    return end > 0 && bareProject(rest).length >= TELLING_PROJECT ? rest : undefined;
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
   * Whether a short form of a firm is so short that another firm of the country may well have it too, and the owner's name says more than
   * it and a trade: 国轩 of 江西国轩高科动力. */
  isWeakAlias(kind: Kind, form: string, owners: Iterable<string>): boolean {
    if (kind !== 'Company' || form.length > 2 || this.firms.known.has(form)) return false;
    return ![...owners].some((owner) => isTradeName(form, owner, this.firms, this.divisions));
  }

  /** 操声跃, 经开组团, 秋樱路 and 区人民医院 need their surroundings; 宜春经开区 does not. */
  agreement(kind: Kind, form: string): Agreement {
    return remember(this.memoryOf(this.agreements, kind), form, () => this.agreementOf(kind, form));
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
        if (placed || !isLocalBody(folded)) return 'name';
        return folded.length < 5 || ofItsPlace ? 'context' : 'no-conflict';
      case 'Project':
        return bareProject(form).length < 6 || ofItsPlace || /^年产/u.test(folded)
          ? 'context'
          : 'no-conflict';
    }
  }
}

/** Of several, what asks for the most. */
export function strictest(all: readonly Agreement[]): Agreement {
  return (['context', 'no-conflict', 'mostly'] as const).find((one) => all.includes(one)) ?? 'name';
}

function remember<K, T>(memory: Map<K, T>, key: K, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
