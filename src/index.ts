/** The public interface: what other programs may import. */

export {
  type BuildOptions,
  type BuildReport,
  build,
  compose,
  mirror,
  remove,
  Session,
} from './collect/build.ts';
export { type Config, DEFAULT_STORE, resolveConfig } from './config/settings.ts';
export {
  chooseExporter,
  EXPORTERS,
  type Exporter,
  type ExportOptions,
  exportSnapshot,
} from './exchange/write.ts';
export { type ExtractAllOptions, extractAll } from './extract/batch.ts';
export type { Extractor } from './extract/document.ts';
export type { Explainer, Explanation } from './extract/explain.ts';
export { openExplainer, openExtractor } from './extract/open.ts';
export { entityPart, fromGraph, toGraph } from './graph/build/records.ts';
export { diffSnapshots } from './graph/diff.ts';
export { loadLexicon, loadSeeds } from './knowledge/seeds.ts';
export type * from './model/article.ts';
export type * from './model/entity.ts';
export { ERROR_CODES, type ErrorCode, YuantuError } from './model/errors.ts';
export type * from './model/relation.ts';
export type * from './model/seeds.ts';
export type * from './model/snapshot.ts';
export { readSources } from './read/index.ts';
export { startServer } from './server/index.ts';
export { openStore } from './store/index.ts';
export type { QueryResult, QueryValue, Store } from './store/store.ts';
export { type WatchedStore, watchStore } from './store/watched.ts';
