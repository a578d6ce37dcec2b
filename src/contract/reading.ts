import { EvidenceAnswer, EvidenceRequest, TABLE_BYTES, TableRequest } from './evidence.ts';
import { TextsAnswer, TextsRequest } from './texts.ts';

/** The routes of what is read: sentences behind rows, tables as files, words in texts. */
export const READING = {
  'POST /evidence': {
    summary: 'The sentences behind relations and entities',
    role: 'reader',
    body: EvidenceRequest,
    answer: EvidenceAnswer,
  },
  'POST /table': {
    summary: 'A table as a workbook',
    role: 'reader',
    body: TableRequest,
    most: TABLE_BYTES,
    answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /texts': {
    summary: 'Words in the texts of articles, with their sentences',
    query: TextsRequest,
    answer: TextsAnswer,
  },
} as const;
