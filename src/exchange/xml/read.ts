import { SaxesParser } from 'saxes';
import { YuantuError } from '../../model/errors.ts';

type Attributes = Readonly<Record<string, string>>;

/** What a reader does with an XML file. `text` is the text since the element's start tag, without that of inner elements. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string, text: string): void;
}

/**
 * Reads XML piece by piece; element and attribute names come without their prefixes. Entities other than XML's own five are
 * errors, so nothing can blow up, and nothing is fetched.
 *
 * @throws {YuantuError} INPUT, with line and column, when it is not well-formed.
 */
export async function readXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser();
  const texts: string[] = [];
  parser.on('error', (error) => {
    throw new YuantuError('INPUT', `not well-formed: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    handler.open(local(name), attributes as Attributes);
  });
  const add = (text: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => handler.close(local(name), texts.pop() ?? ''));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * An attribute that must be there.
 *
 * @throws {YuantuError} INPUT
 */
export function need(attributes: Attributes, name: string, element: string): string {
  const value = attributes[name];
  if (value === undefined) throw new YuantuError('INPUT', `<${element}> has no ${name}`);
  return value;
}

/** Labels as `:Company:Entity`. */
export function toLabels(written: string): string[] {
  return written.split(':').filter((label) => label !== '');
}

/** A number as written; our y grows downwards, that of the files upwards. */
export function flip(y: number): number {
  return -y || 0;
}
