import type { Division } from '../model/seeds.ts';
import { foldForm } from './form.ts';

const CLASS_WORD =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|[\p{sc=Han}]{1,3}族自治[州县旗]|自治[州县旗]|地区|[省市县区盟旗])$/u;
const LEVELS = { province: 0, city: 1, county: 2 } as const;

/** A division's name without its class word (济南市 → 济南); a name of two characters stays whole. */
export function bareDivision(name: string): string {
  return name.length > 2 ? name.replace(CLASS_WORD, '') || name : name;
}

/** Divisions by name, with and without their class words. */
export class DivisionIndex {
  private readonly byForm = new Map<string, Division[]>();
  private readonly byCode = new Map<string, Division>();

  constructor(divisions: readonly Division[]) {
    for (const division of divisions) {
      this.byCode.set(division.code, division);
      const name = foldForm(division.name);
      for (const form of new Set([name, bareDivision(name)])) {
        if (form.length < 2) continue;
        this.byForm.set(form, [...(this.byForm.get(form) ?? []), division]);
      }
    }
  }

  get(code: string): Division | undefined {
    return this.byCode.get(code);
  }

  /** The division and those above it, the lowest first. */
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
    const all = this.byForm.get(foldForm(form)) ?? [];
    const near = all.filter((d) =>
      context.some(
        (code) =>
          code !== d.code &&
          (this.chain(d.code).some((up) => up.code === code) ||
            this.chain(code).some((up) => up.code === d.code)),
      ),
    );
    return [this.highest(all), this.highest(near)].find((found) => found.length === 1)?.[0];
  }

  /** Whether some division bears this form. */
  has(form: string): boolean {
    return this.byForm.has(foldForm(form));
  }

  private highest(divisions: readonly Division[]): Division[] {
    const top = Math.min(...divisions.map((d) => LEVELS[d.level]));
    return divisions.filter((d) => LEVELS[d.level] === top);
  }

  /** Divisions at the head of a name, from the left: 江西省宜春经开区 → [江西省, 宜春], and where they end. */
  prefix(form: string): { readonly forms: readonly string[]; readonly end: number } {
    const forms: string[] = [];
    let end = 0;
    for (let found = true; found; ) {
      found = false;
      for (let length = Math.min(12, form.length - end); length >= 2; length--) {
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
