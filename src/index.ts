/** The public interface: what other programs may import. */

export {
  type BuildOptions,
  type BuildReport,
  build,
  compose,
  mirror,
  type ReadPaths,
  remove,
  Session,
} from './collect/build.ts';
export type { SessionOptions } from './collect/options.ts';
export type { Review } from './collect/review.ts';
export {
  type Config,
  DEFAULT_STORE,
  type Environment,
  type Flags,
  resolveConfig,
  type ServerConfig,
} from './config/settings.ts';
export type { ExportEdge, ExportGraph, ExportNode } from './exchange/graph.ts';
export {
  chooseExporter,
  EXPORTERS,
  type Exporter,
  type ExportOptions,
  exportSnapshot,
} from './exchange/write.ts';
export { type ExtractAllOptions, extractAll, type Item, type Outcome } from './extract/batch.ts';
export type { ExtractionCache } from './extract/cache.ts';
export type { Extractor } from './extract/document.ts';
export type { SpanType } from './extract/encode/name.ts';
export type { Reader } from './extract/encode/reader.ts';
export type * from './extract/explain.ts';
export { openExplainer, openExtractor } from './extract/open.ts';
export type { Allows, Resolve } from './fetch/guard.ts';
export { type Fetched, type FetchOptions, fetchInto } from './fetch/index.ts';
export {
  type EdgeAttributes,
  entityPart,
  fromGraph,
  type Graph,
  type NodeAttributes,
  toGraph,
} from './graph/build/records.ts';
export { diffSnapshots } from './graph/diff.ts';
export { loadLexicon, loadSeeds } from './knowledge/seeds.ts';
export type * from './model/article.ts';
export type * from './model/chosen.ts';
export type * from './model/entity.ts';
export { ERROR_CODES, type ErrorCode, YuantuError } from './model/errors.ts';
export { FORMATS, type Format } from './model/format.ts';
export type * from './model/judgement.ts';
export type { Progress } from './model/progress.ts';
export type { ReadLimits } from './model/read-limits.ts';
export type * from './model/relation.ts';
export type * from './model/resolution.ts';
export type * from './model/seeds.ts';
export type * from './model/snapshot.ts';
export type { Span, Token } from './model/span.ts';
export type { FileListener } from './read/account.ts';
export type { ReadText } from './read/formats.ts';
export { type DocumentReader, readSources } from './read/index.ts';
export type { Kind } from './read/kind.ts';
export { EXTENSIONS, type Extension } from './read/walk.ts';
export { type RunningServer, type ServerOptions, startServer } from './server/index.ts';
export type { Limits } from './server/limits.ts';
export type { AddFiles } from './server/routes/add.ts';
export { openStore, type StoreSettings } from './store/index.ts';
export type { QueryOptions, QueryResult, QueryValue, Store } from './store/store.ts';
export { type WatchedStore, watchStore } from './store/watched.ts';
