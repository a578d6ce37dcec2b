import type { EntityType } from '../model/entity.ts';
import type { DivisionIndex } from './division.ts';
import { companyKey, foldForm, industryKey, projectKey } from './form.ts';
import { parseZoneName, type ZoneName } from './zone-name.ts';

/** What is asked of two mentions in different documents that bear one name. */
export type Agreement =
  /** The name is enough. */
  | 'name'
  /** The name is enough unless their surroundings contradict one another. */
  | 'no-conflict'
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

// Bodies that every place has one of; 清华大学 and 工业和信息化部 are the only ones of their names.
const LOCAL_BODY =
  /(?:局|委|委员会|办|办公室|厅|处|科|中心|医院|小学|中学|幼儿园|街道|党校|法院|检察院|商会|工会|支队|大队|派出所)$/u;

const NATIONAL = /^(?:中国|国家|全国|中华|中科院)/u;

/** Reads names of each kind: their normal forms, and how much they say by themselves. Every form is read once. */
export class Names {
  readonly divisions: DivisionIndex;
  private readonly zones = new Map<string, ZoneName>();
  private readonly keys = new Map<Kind, Map<string, string>>();
  private readonly agreements = new Map<Kind, Map<string, Agreement>>();

  constructor(divisions: DivisionIndex) {
    this.divisions = divisions;
  }

  zone(form: string): ZoneName {
    return remember(this.zones, form, () => parseZoneName(form, this.divisions));
  }

  /** The normal form under which names of one kind are equal. */
  key(kind: Kind, form: string): string {
    if (kind === 'Zone') return this.zone(form).key;
    return remember(this.memoryOf(this.keys, kind), form, () => {
      if (kind === 'Company') return companyKey(form);
      if (kind === 'Project') return projectKey(form);
      if (kind === 'Industry') return industryKey(form);
      return foldForm(form);
    });
  }

  /** 操声跃, 经开组团, 秋樱路 and 区人民医院 need their surroundings; 宜春经开区 does not. */
  agreement(kind: Kind, form: string): Agreement {
    return remember(this.memoryOf(this.agreements, kind), form, () => this.judge(kind, form));
  }

  private memoryOf<T>(memories: Map<Kind, Map<string, T>>, kind: Kind): Map<string, T> {
    return remember(memories, kind, () => new Map());
  }

  private judge(kind: Kind, form: string): Agreement {
    const folded = foldForm(form);
    const placed = this.divisions.prefix(folded).end > 0;
    const ofItsPlace = /^[省市区县](?!域)/u.test(folded);
    switch (kind) {
      case 'Place':
      case 'Industry':
      case 'Company':
        return 'name';
      case 'Person':
        return 'context';
      case 'Zone':
        return this.zone(form).bare ? 'context' : placed ? 'name' : 'no-conflict';
      case 'Organization':
        if (placed || NATIONAL.test(folded) || !LOCAL_BODY.test(folded)) return 'name';
        return folded.length < 5 || ofItsPlace ? 'context' : 'no-conflict';
      case 'Project':
        return projectKey(form).length < 6 || ofItsPlace || /^年产/u.test(folded) ? 'context' : 'no-conflict';
    }
  }
}

/** Of several, what asks for the most. */
export function strictest(all: readonly Agreement[]): Agreement {
  return (['context', 'no-conflict'] as const).find((one) => all.includes(one)) ?? 'name';
}

function remember<K, T>(memory: Map<K, T>, key: K, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
