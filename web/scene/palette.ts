import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import type { Theme } from '../state/store.ts';

/** The colours of the drawing. Those of the interface stand in style/base.css and repeat the types' colours. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly types: Readonly<Record<EntityType, string>>;
  readonly relations: Readonly<Record<RelationType, string>>;
  /** The largest communities', in order. */
  readonly communities: readonly string[];
}

/** The colours by theme. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#f6f7f5',
    card: '#ffffff',
    ink: '#1c232c',
    quiet: '#4d5763',
    line: '#d9dddf',
    accent: '#b93a2a',
    types: {
      Company: '#2f68ad',
      Zone: '#23806a',
      Project: '#c9741c',
      Official: '#a8385c',
      Executive: '#7656a8',
      Organization: '#3d8296',
      Place: '#6a7684',
      Industry: '#8f7a2b',
    },
    relations: {
      LOCATED_IN: '#9aa4ad',
      PART_OF: '#23806a',
      INVESTS_IN: '#c9741c',
      SUBSIDIARY_OF: '#2f68ad',
      PARTNERS_WITH: '#3d8296',
      HOLDS_POST: '#a8385c',
      IN_INDUSTRY: '#b3a25e',
    },
    communities: [
      '#2f68ad',
      '#c9741c',
      '#23806a',
      '#a8385c',
      '#7656a8',
      '#8f7a2b',
      '#2a8ca0',
      '#b5533c',
      '#5b7f34',
      '#94509a',
      '#3f5f8f',
      '#7d6b5d',
    ],
  },
  dark: {
    paper: '#11161b',
    card: '#191f26',
    ink: '#e9ecef',
    quiet: '#b3bcc6',
    line: '#303943',
    accent: '#f08070',
    types: {
      Company: '#639bdc',
      Zone: '#49b396',
      Project: '#e0954a',
      Official: '#dc7597',
      Executive: '#a98ada',
      Organization: '#62b0c6',
      Place: '#93a0ae',
      Industry: '#c0aa55',
    },
    relations: {
      LOCATED_IN: '#66717c',
      PART_OF: '#49b396',
      INVESTS_IN: '#e0954a',
      SUBSIDIARY_OF: '#639bdc',
      PARTNERS_WITH: '#62b0c6',
      HOLDS_POST: '#dc7597',
      IN_INDUSTRY: '#8f8145',
    },
    communities: [
      '#639bdc',
      '#e0954a',
      '#49b396',
      '#dc7597',
      '#a98ada',
      '#c0aa55',
      '#5cb8cc',
      '#e08670',
      '#93b866',
      '#c585cb',
      '#8aa6d0',
      '#b5a090',
    ],
  },
};

/** A colour between two, both as #rrggbb: `share` 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const channel = (at: number) => {
    const a = Number.parseInt(first.slice(at, at + 2), 16);
    const b = Number.parseInt(second.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
