import { BAND_PARAMETERS } from '../model/certainty.ts';
import { parseExact } from '../model/exact-json.ts';
import { splitStatements } from '../store/cypher-text.ts';
import { listExamples } from '../store/examples.ts';
import type { Parameters, QueryResult, QueryValue } from '../store/store.ts';
import { formatRows, ROW_FORMATS, type RowFormat } from './rows.ts';
import type { Words } from './words.ts';

/** What a shell works with. */
export interface ShellServices {
  readonly ask: (statement: string, parameters: Parameters) => Promise<QueryResult>;
  readonly print: (text: string) => void;
  readonly words: Words;
}

/** A conversation with the graph, line by line: statements over several lines, which `;` or an empty line ends, and commands that begin with a colon. */
export class Shell {
  private readonly services: ShellServices;
  private begun = '';
  private format: RowFormat = 'table';
  private parameters: Record<string, QueryValue> = { ...BAND_PARAMETERS };

  constructor(services: ShellServices) {
    this.services = services;
  }

  get prompt(): string {
    return this.begun === '' ? 'yuantu> ' : '     -> ';
  }

  /** Forgets the statement begun. */
  clear(): void {
    this.begun = '';
  }

  /** Takes a line; false when it says to leave. A statement that is refused is told, and the conversation goes on. */
  async take(line: string): Promise<boolean> {
    const trimmed = line.trim();
    try {
      if (this.begun === '' && trimmed.startsWith(':')) return await this.command(trimmed);
      this.begun += `${line}\n`;
      if (trimmed === '' || trimmed.endsWith(';')) await this.askBegun();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.services.print(`${this.services.words.told(message)}\n`);
    }
    return true;
  }

  private async askBegun(): Promise<void> {
    const statements = splitStatements(this.begun);
    this.begun = '';
    for (const statement of statements) await this.answer(statement, this.parameters);
  }

  private async answer(statement: string, parameters: Parameters): Promise<void> {
    const { ask, print, words } = this.services;
    print(await formatRows(await ask(statement, parameters), this.format, words));
  }

  private async command(line: string): Promise<boolean> {
    const { print, words } = this.services;
    const [name = '', first = '', ...rest] = line.split(/\s+/u);
    if (name === ':exit' || name === ':quit') return false;
    if (name === ':help') print(`${words.say('shellHelp')}\n`);
    else if (name === ':clear') this.clear();
    else if (name === ':examples') print(this.listed());
    else if (name === ':example') await this.askExample(Number(first));
    else if (name === ':params') print(`${JSON.stringify(this.parameters)}\n`);
    else if (name === ':param' && rest.length > 0) this.parameters[first] = toValue(rest.join(' '));
    else if (name === ':format' && isFormat(first)) this.format = first;
    else print(`${words.say('noCommand')}\n`);
    return true;
  }

  private listed(): string {
    const { language } = this.services.words;
    return listExamples()
      .map(({ title }, i) => `${String(i + 1).padStart(2)}  ${title[language]}\n`)
      .join('');
  }

  private async askExample(number: number): Promise<void> {
    const { print, words } = this.services;
    const example = listExamples()[number - 1];
    if (example === undefined) return print(`${words.say('noExample')}\n`);
    const parameters = { ...example.parameters, ...this.parameters };
    print(
      `${example.statement}\n${Object.keys(parameters).length > 0 ? `${JSON.stringify(parameters)}\n` : ''}`,
    );
    await this.answer(example.statement, parameters);
  }
}

/** JSON, or else the text that it is. A whole number past 2^53 is text, so that it stays what is written, as it is in answers. */
export function toValue(given: string): QueryValue {
  try {
    return parseExact(given) as QueryValue;
  } catch {
    return given;
  }
}

function isFormat(name: string): name is RowFormat {
  return (ROW_FORMATS as readonly string[]).includes(name);
}
