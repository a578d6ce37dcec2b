import type { DigestRow } from '../../../src/contract/digest.ts';
import { selectArticle, selectRelation, useExplorer } from '../../state/store.ts';
import { Citation } from '../../ui/citation.tsx';
import { EntityLink } from '../../ui/entity-link.tsx';
import { formatValue } from '../../ui/format.ts';
import { TypeMark } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';

/** What a row is known by among others. */
export function keyOfDigest({ kind, about, name, period, relation, article }: DigestRow): string {
  return [kind, about.id, name, period, relation, article.id].join(' ');
}

/** What is new with the sentence that says so, which all the rows share. */
export function DigestLine({ rows }: { readonly rows: readonly [DigestRow, ...DigestRow[]] }) {
  const words = useWords();
  const [{ article, span, relation, quote, date }] = rows;
  const open = () => (relation ? selectRelation(relation) : selectArticle(article.id, span));
  return (
    <>
      <p className="news-head">
        {rows.map((row) => (
          <span key={keyOfDigest(row)}>
            <TypeMark type={row.about.type} />
            {row.about.type === 'Article' ? (
              <strong>{row.about.name}</strong>
            ) : (
              <EntityLink entity={{ ...row.about, type: row.about.type }} />
            )}
            <What row={row} />
          </span>
        ))}
        <time>{date ?? words.unknownDate}</time>
      </p>
      <button type="button" className="quote" title={words.readInArticle} onClick={open}>
        {quote}
      </button>
      <Citation article={article} span={span} />
    </>
  );
}

/** What is said of it: the relation with its other end, or the value before and now. */
function What({ row }: { readonly row: DigestRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { name, now, before, period, type, direction, other, title } = row;
  if (type && direction && other)
    return (
      <>
        <span>{words.headings[type][direction]}</span>
        <EntityLink entity={other} />
        {title && <span>{title}</span>}
      </>
    );
  if (name === undefined || now === undefined) return null;
  const said = [before, now].flatMap((one) => (one === undefined ? [] : [formatValue(name, one, locale)]));
  return (
    <>
      <span>{[words.property(name), period].filter(Boolean).join(' ')}</span>
      <strong>{said.join(' → ')}</strong>
    </>
  );
}
