import { api } from '../api/client.ts';
import type { Words } from '../words/words.ts';
import { type CellValue, toCsv } from './csv.ts';
import { titleOf } from './format.ts';
import { type Proof, proofsOf } from './proof.tsx';
import { save } from './save.ts';

/** A table as it is shown, with what each of its rows rests on. */
export interface TableFile {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly proofs: readonly Proof[] | undefined;
}

/** Hand a table to the reader as a file, each row with its sentence, the article, its outlet, date and address. */
export async function saveTable(table: TableFile, format: 'csv' | 'xlsx', words: Words): Promise<void> {
  const { head, rows } = table.proofs ? await withProof(table, table.proofs, words) : table;
  const file =
    format === 'csv'
      ? new Blob([toCsv(head, rows)], { type: 'text/csv' })
      : await api.workbook({
          name: table.title.slice(0, 31),
          head: [...head],
          rows: rows.map((row) =>
            row.map((value) => (typeof value === 'number' ? value : String(value ?? ''))),
          ),
        });
  save(file, `${table.title}.${format}`);
}

async function withProof({ head, rows }: TableFile, proofs: readonly Proof[], words: Words) {
  const found = await proofsOf(proofs);
  return {
    head: [
      ...head,
      words.find.sentence,
      words.types.Article,
      words.review.ofArticle.outlet,
      words.review.ofArticle.published,
      words.review.ofArticle.url,
      words.find.sentences,
    ],
    rows: rows.map((row, at): readonly CellValue[] => {
      const { sentence, total = 0 } = found[at] ?? {};
      const { passage, article } = sentence ?? {};
      return [
        ...row,
        passage?.text.trim(),
        article && titleOf(article),
        article?.outlet,
        article?.published,
        article?.url,
        total,
      ];
    }),
  };
}
