import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { QueryValue } from '../../src/store/store.ts';

/** A question that people ask of the graph, in both languages, as `cypher/examples` has it. */
export interface Question {
  readonly file: string;
  readonly title: string;
  readonly statement: string;
  readonly parameters: Readonly<Record<string, QueryValue>>;
}

const FOLDER = fileURLToPath(new URL('../../cypher/examples/', import.meta.url));
const PARAMETERS = '// Parameters: ';

/** The questions by the numbers of their files. */
export const questions: readonly Question[] = readdirSync(FOLDER)
  .sort()
  .map((file) => {
    const [chinese = '', english = '', parameters = '', ...lines] = readFileSync(FOLDER + file, 'utf8').split(
      '\n',
    );
    return {
      file,
      title: `${chinese.slice(3)} · ${english.slice(3)}`,
      statement: lines.join('\n'),
      parameters: JSON.parse(parameters.slice(PARAMETERS.length)) as Question['parameters'],
    };
  });
