import { listStatements, readText } from './statements.ts';
import type { Parameters } from './store.ts';

/** A question that people ask of the graph, as a file under `cypher/examples` has it; its parameters are samples. */
export interface Example {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly statement: string;
  readonly parameters: Parameters;
}

const PARAMETERS = '// Parameters: ';

/** The questions, by the numbers of their files. */
export function listExamples(): readonly Example[] {
  return listStatements('examples').map((name) => {
    const [zh = '', en = '', parameters = '', ...lines] = readText(name).split('\n');
    return {
      name: name.slice('examples/'.length),
      title: { zh: zh.slice(3), en: en.slice(3) },
      statement: lines.join('\n').trim(),
      parameters: JSON.parse(parameters.slice(PARAMETERS.length)) as Parameters,
    };
  });
}
