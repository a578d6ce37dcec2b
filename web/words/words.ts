import type { DigestRow } from '../../src/contract/digest.ts';
import type { Band } from '../../src/model/certainty.ts';
import type { SumBound } from '../../src/model/entity.ts';
import type { Format } from '../../src/model/format.ts';
import type { RelationType } from '../../src/model/relation.ts';
import type { Label, RelationshipType } from '../../src/model/schema.ts';
import type { AskingWords } from './asking-words.ts';
import type { FindWords } from './find-words.ts';
import type { LedgerWords } from './ledger-words.ts';
import type { ReviewWords } from './review-words.ts';
import type { ViewWords } from './view-words.ts';

/** The languages of the interface. */
export type Locale = 'zh' | 'en';

/** Everything that the interface says, once for each language. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly types: Readonly<Record<Label, string>>;
  /** Over counts and lists of them. */
  readonly many: Readonly<Record<'Zone' | 'Company' | 'Project', string>>;
  readonly relations: Readonly<Record<RelationshipType, string>>;
  /** The heading over the other ends of a relation, seen from where it starts (`out`) and where it ends (`in`). */
  readonly headings: Readonly<Record<RelationType, { readonly out: string; readonly in: string }>>;
  /** What a property of an entity or a fact is called; one without a name goes by its own. */
  readonly property: (name: string) => string;
  readonly values: Readonly<Record<string, string>>;
  /** A sum with what its bound says. */
  readonly bounds: Readonly<Record<SumBound, (sum: string) => string>>;
  readonly find: FindWords;
  readonly search: string;
  readonly searchHint: string;
  readonly noHits: (question: string) => string;
  readonly moreHits: (shown: number, total: number) => string;
  readonly alias: string;
  readonly relationCount: (count: number) => string;
  readonly entityCount: (count: number) => string;
  readonly articleCount: (count: number) => string;
  readonly mentionCount: (count: number) => string;
  readonly evidenceCount: (count: number) => string;
  readonly legend: string;
  readonly entities: string;
  readonly relationTypes: string;
  readonly hide: string;
  readonly hidden: (entities: number, relations: number) => string;
  readonly nothingHidden: string;
  readonly showAll: string;
  readonly keepNeighbours: string;
  readonly takeOut: string;
  readonly close: string;
  readonly back: string;
  readonly aliases: string;
  readonly facts: string;
  readonly mentions: string;
  readonly evidence: string;
  readonly evidenceOf: (name: string) => string;
  readonly profileOf: (name: string) => string;
  readonly confidence: string;
  readonly certainty: string;
  readonly bands: Readonly<Record<Band, string>>;
  /** A band with those that are surer. */
  readonly bandsUpTo: Readonly<Record<'certain' | 'likely', string>>;
  readonly rule: string;
  readonly readInArticle: string;
  readonly unknownDate: string;
  readonly fromSeeds: string;
  readonly noEvidence: string;
  readonly namesInText: (count: number) => string;
  readonly reprints: string;
  readonly moreOf: (count: number) => string;
  readonly fewer: string;
  readonly dateRange: string;
  readonly console: string;
  readonly asking: AskingWords;
  readonly statement: string;
  readonly examples: string;
  readonly run: string;
  readonly running: string;
  readonly cancel: string;
  readonly rows: (count: number) => string;
  readonly truncated: (count: number) => string;
  readonly noRows: string;
  readonly showOnCanvas: (count: number) => string;
  readonly exportGraph: string;
  readonly asPicture: string;
  readonly asFile: string;
  readonly exportScope: string;
  readonly scopes: Readonly<Record<'all' | 'shown' | 'chosen', string>>;
  readonly shortcuts: string;
  readonly shortcutKeys: readonly (readonly [keys: string, what: string])[];
  /** What a format is called, and what it is for. */
  readonly exportAs: Readonly<Record<Format, readonly [name: string, use: string]>>;
  readonly language: string;
  readonly dark: string;
  readonly light: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly loading: string;
  readonly loadingPart: string;
  readonly offline: string;
  readonly offlineHint: string;
  readonly failed: string;
  readonly gone: string;
  readonly retry: string;
  readonly canvas: (entities: number, relations: number) => string;
  readonly camera: string;
  readonly steps: string;
  readonly undo: string;
  readonly redo: string;
  readonly lasso: string;
  readonly minimap: string;
  readonly pickedTools: string;
  readonly picked: (count: number) => string;
  readonly only: string;
  readonly pin: string;
  readonly unpin: string;
  readonly expand: string;
  readonly collapse: string;
  readonly invert: string;
  readonly path: string;
  readonly common: string;
  readonly compare: string;
  readonly clear: string;
  readonly pathLength: string;
  readonly shortest: string;
  readonly allWithin: (length: number) => string;
  readonly pathTypes: string;
  readonly lookIn: string;
  readonly over: Readonly<Record<'graph' | 'drawn', string>>;
  readonly noPathAtAll: string;
  readonly noCommonAtAll: string;
  readonly noPath: string;
  readonly noCommon: string;
  readonly look: string;
  readonly size: string;
  readonly sizes: Readonly<Record<'degree' | 'pageRank' | 'stories', string>>;
  readonly colour: string;
  readonly byType: string;
  readonly byCommunity: string;
  readonly filters: string;
  readonly outlet: string;
  readonly time: string;
  readonly all: string;
  readonly expandHint: (most: number) => string;
  readonly allDrawn: string;
  readonly pick: string;
  readonly areaOf: (type: string) => string;
  readonly openArea: string;
  readonly profileOfType: (type: string) => string;
  readonly openProfile: string;
  readonly builtWith: string;
  readonly relation: string;
  readonly parents: string;
  readonly parts: string;
  readonly people: string;
  readonly person: string;
  readonly timeline: string;
  readonly milestones: string;
  readonly noMilestones: string;
  readonly undatedStates: string;
  readonly sums: string;
  readonly ties: string;
  readonly partner: string;
  readonly value: string;
  readonly date: string;
  /** How far apart articles are on a value. */
  readonly rangeOf: (lowest: string, highest: string, articles: number) => string;
  /** Which states articles tell of, in order of progress. */
  readonly statesOf: (first: string, last: string, articles: number) => string;
  readonly newestValue: string;
  readonly totalInvestment: string;
  readonly totalNote: (counted: number, projects: number) => string;
  readonly leftOut: Readonly<Record<'phase' | 'same', (whole: string) => string>>;
  readonly byStatus: string;
  readonly byIndustry: string;
  readonly news: string;
  readonly newsSince: string;
  readonly newsNote: (first: string | undefined, last: string | undefined, undated: number) => string;
  readonly noNews: string;
  readonly newsKinds: Readonly<Record<DigestRow['kind'], string>>;
  readonly citing: {
    readonly cite: string;
    readonly copy: string;
    readonly copied: string;
    readonly forms: Readonly<Record<'text' | 'markdown' | 'csl' | 'bibtex', string>>;
  };
  /** Of what the graph rests on, and what is not known. */
  readonly coverage: Readonly<
    Record<
      | 'title'
      | 'months'
      | 'bare'
      | 'outlets'
      | 'undated'
      | 'differing'
      | 'about'
      | 'lowest'
      | 'highest'
      | 'values'
      | 'onceTitle'
      | 'statement'
      | 'once'
      | 'all'
      | 'share'
      | 'unresolved'
      | 'pointing',
      string
    >
  > & {
    readonly rests: (articles: number, stories: number) => string;
    readonly unnamed: (articles: number) => string;
    readonly first: (shown: number, total: number) => string;
  };
  /** Of what a reader follows. */
  readonly following: {
    readonly title: string;
    readonly none: string;
    readonly start: string;
    readonly stop: string;
    readonly question: string;
    readonly fresh: (count: number) => string;
    readonly seen: string;
  };
  readonly savedQueries: string;
  readonly history: string;
  readonly nameIt: string;
  readonly save: string;
  readonly answer: string;
  readonly tabs: Readonly<Record<'table' | 'graph' | 'json', string>>;
  readonly noEntities: string;
  readonly limits: string;
  readonly views: string;
  readonly keepView: string;
  readonly noViews: string;
  readonly remove: string;
  readonly play: string;
  readonly pause: string;
  readonly timeBy: string;
  readonly byPublished: string;
  readonly byEvent: string;
  readonly timeFrom: string;
  readonly timeTo: string;
  readonly noDates: string;
  readonly undated: (count: number) => string;
  readonly layout: string;
  readonly gravity: string;
  readonly spread: string;
  readonly tight: string;
  readonly noOverlap: string;
  readonly start: string;
  readonly stop: string;
  readonly asBuilt: string;
  readonly list: string;
  readonly listHint: string;
  readonly add: string;
  readonly addHint: string;
  readonly dropHere: string;
  readonly pasteHere: string;
  readonly addFields: Readonly<Record<'title' | 'outlet' | 'published' | 'url', string>>;
  readonly addText: string;
  readonly adding: string;
  readonly addSteps: Readonly<Record<string, string>>;
  readonly addDone: (articles: number, entities: number, relations: number) => string;
  /** How many that were there already are told of anew. */
  readonly addTouched: (entities: number, relations: number) => string;
  readonly addKnown: (count: number) => string;
  readonly setAside: string;
  readonly review: ReviewWords;
  readonly ledger: LedgerWords;
  readonly view: ViewWords;
}
