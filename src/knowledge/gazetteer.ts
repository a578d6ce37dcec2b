import type { Division } from '../model/seeds.ts';
import { divisionForms } from '../names/division.ts';
import { normaliseForm } from '../names/normalise.ts';

const LEVELS = { province: 0, city: 1, county: 2 } as const;
const LONGEST = 15;

/**
 * The divisions by every form that they go by.
 *
 * Source: seeds/divisions.csv
 */
export class Gazetteer {
  /** The divisions of each form, as listed. */
  readonly byForm: ReadonlyMap<string, readonly Division[]>;
  private readonly byCode: ReadonlyMap<string, Division>;

  constructor(divisions: readonly Division[]) {
    this.byCode = new Map(divisions.map((division) => [division.code, division]));
    const byForm = new Map<string, Division[]>();
    for (const division of divisions)
      for (const form of divisionForms(division.name)) {
        const known = byForm.get(form);
        if (known) known.push(division);
        else byForm.set(form, [division]);
      }
    this.byForm = byForm;
  }

  /** The division and those above it, the lowest first; empty for a code that is none. */
  chain(code: string): Division[] {
    const chain: Division[] = [];
    for (let at = this.byCode.get(code); at !== undefined && !chain.includes(at); ) {
      chain.push(at);
      at = at.parent === undefined ? undefined : this.byCode.get(at.parent);
    }
    return chain;
  }

  /**
   * The division that a form denotes: the highest level of that name (南昌 is the city, not 南昌县), and among several of one
   * level (鼓楼区) the one below or above a division of `context`. Still several is undefined: better none than the wrong one.
   */
  find(form: string, context: readonly string[] = []): Division | undefined {
    const all = this.byForm.get(normaliseForm(form)) ?? [];
    const near = all.filter((d) =>
      context.some(
        (code) =>
          code !== d.code &&
          (this.chain(d.code).some((up) => up.code === code) ||
            this.chain(code).some((up) => up.code === d.code)),
      ),
    );
    return [highest(all), highest(near)].find((found) => found.length === 1)?.[0];
  }

  /** Divisions at the head of a name, from the left: 江西省宜春经开区 → [江西省, 宜春], and where they end. */
  prefix(form: string): { readonly forms: readonly string[]; readonly end: number } {
    const forms: string[] = [];
    let end = 0;
    for (let found = true; found; ) {
      found = false;
      for (let length = Math.min(LONGEST, form.length - end); length >= 2; length--) {
        const piece = form.slice(end, end + length);
        if (!this.byForm.has(piece)) continue;
        forms.push(piece);
        end += length;
        found = true;
        break;
      }
    }
    return { forms, end };
  }
}

function highest(divisions: readonly Division[]): Division[] {
  const top = Math.min(...divisions.map((d) => LEVELS[d.level]));
  return divisions.filter((d) => LEVELS[d.level] === top);
}
