import { isResultLine, underSource } from '../../extract/result.ts';
import type { RawDocument } from '../../model/article.ts';
import { YuantuError } from '../../model/errors.ts';
import type { Judgement } from '../../model/judgement.ts';
import { mayJoin } from '../../model/relation.ts';
import type { ExtractedDocument } from '../../model/resolution.ts';
import type { Seeds } from '../../model/seeds.ts';
import { amend, toAmendments } from '../../resolve/amend.ts';
import { toFirmWords } from '../../resolve/firm-words.ts';
import { partFirms } from '../../resolve/firms.ts';
import { partWorks } from '../../resolve/works.ts';

/** What a step depends on beside its lines: what is known before reading, what people judged, the source of the documents. */
export interface SpreadOptions {
  readonly seeds: Seeds;
  readonly judgements: readonly Judgement[];
  readonly source: string;
  /** The extractor whose results are taken. */
  readonly extractor: string;
}

/** Reads lines of `yuantu extract -` as a collection takes documents in: firms parted, judgements applied. */
export function documentReader({
  seeds,
  judgements,
  source,
  extractor,
}: SpreadOptions): (line: unknown) => ExtractedDocument {
  const firms = toFirmWords(seeds);
  const amendments = toAmendments(judgements);
  return (line) => {
    if (!isResultLine(line))
      throw new YuantuError('INPUT', 'a line is no result; expected one that `yuantu extract -` wrote');
    if (line.extractor !== extractor)
      throw new YuantuError('INPUT', `${line.id}: another extractor wrote this result; read the text again`);
    const { title, published, outlet, author, url, text, id } = line;
    const given = Object.entries({ title, published, outlet, author, url });
    const raw: RawDocument = {
      id: `${source}/${id}`,
      source,
      doc: id,
      text,
      metadata: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    };
    const extraction = amend(partWorks(partFirms(underSource(raw, line), text, firms)), text, amendments);
    const typeOf = new Map(extraction.entities.map((entity) => [entity.id, entity.type]));
    // Kinds are resolved by rounds that follow from what a relation may join.
    const wrong = extraction.relations.find(
      ({ from, type, to }) => !mayJoin(type, typeOf.get(from), typeOf.get(to)),
    );
    if (wrong !== undefined)
      throw new YuantuError(
        'INPUT',
        `${raw.id}: ${wrong.type} may not lead from ${wrong.from} to ${wrong.to}`,
      );
    return { raw, extraction };
  };
}
