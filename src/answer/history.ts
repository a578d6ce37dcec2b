/**
 * What a change touched: the ids of entities and relations that may be drawn otherwise since, and of articles with whether they
 * were there before. An entity counts whose relations or dates are not as they were.
 */
export interface Touched {
  readonly entities: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  readonly articles: ReadonlyMap<string, boolean>;
}

interface Step extends Touched {
  /** The version that was changed. */
  readonly version: string;
}

/** Ids that are remembered over all steps: a browser that lags further behind fetches everything. */
const MOST_IDS = 20_000;

/** What the last changes touched, one after the other. */
export class History {
  private steps: Step[] = [];

  /** What a change of nothing touches. */
  readonly nothing: Touched = { entities: new Set(), relations: new Set(), articles: new Map() };

  /** Remembers what was touched when the graph stopped being of this version. */
  add(version: string, touched: Touched): void {
    this.steps.push({ version, ...touched });
    let ids = this.steps.reduce((sum, step) => sum + countTouched(step), 0);
    while (ids > MOST_IDS) ids -= countTouched(this.steps.shift() as Step);
  }

  clear(): void {
    this.steps = [];
  }

  /** Everything that was touched since a version; `undefined` when that is not remembered. */
  since(version: string): Touched | undefined {
    const first = this.steps.findIndex((step) => step.version === version);
    return first < 0 ? undefined : together(this.steps.slice(first));
  }
}

/** How many ids it names. */
export function countTouched({ entities, relations, articles }: Touched): number {
  return entities.size + relations.size + articles.size;
}

function together(steps: readonly Touched[]): Touched {
  return {
    entities: new Set(steps.flatMap(({ entities }) => [...entities])),
    relations: new Set(steps.flatMap(({ relations }) => [...relations])),
    // Whether an article was there before is what the first step that touches it says.
    articles: new Map(steps.toReversed().flatMap(({ articles }) => [...articles])),
  };
}
