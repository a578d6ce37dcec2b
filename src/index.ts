/** The public interface: what other programs may import. */
export { type Config, DEFAULT_STORE, resolveConfig } from './config.ts';
export {
  chooseExporter,
  EXPORTERS,
  type Exporter,
  type ExportOptions,
  exportSnapshot,
} from './export/index.ts';
export { createExtractor, type Extractor } from './extract.ts';
export { type ExtractAllOptions, extractAll } from './extract-all.ts';
export { diffSnapshots } from './graph/diff.ts';
export { entityPart, fromGraph, toGraph } from './graph/records.ts';
export type * from './model/article.ts';
export type * from './model/entity.ts';
export { ERROR_CODES, type ErrorCode, YuantuError } from './model/errors.ts';
export type * from './model/relation.ts';
export type * from './model/seeds.ts';
export type * from './model/snapshot.ts';
export { loadModels, type Models } from './models.ts';
export {
  type BuildOptions,
  type BuildReport,
  build,
  compose,
  mirror,
  openExtractor,
  remove,
  Session,
} from './pipeline.ts';
export { readSources } from './read/index.ts';
export { loadLexicon, loadSeeds } from './seeds.ts';
export { startServer } from './server/index.ts';
export { openStore } from './store/index.ts';
export type { QueryResult, QueryValue, Store } from './store/store.ts';
