import { linesOf } from '../../files/lines.ts';
import { YuantuError } from '../../model/errors.ts';
import type { NodeRecord, PropertyValue, RelationshipRecord, Snapshot } from '../../model/snapshot.ts';

/**
 * The graph of a dump: one node or relationship a line.
 *
 * @throws {YuantuError} INPUT, with the line's number.
 */
export async function readJsonLines(pieces: AsyncIterable<string>): Promise<Snapshot> {
  const nodes: NodeRecord[] = [];
  const relationships: RelationshipRecord[] = [];
  let row = 0;
  for await (const line of linesOf(pieces)) {
    row++;
    if (line.trim() === '') continue;
    const record = toRecord(line);
    if (record === undefined)
      throw new YuantuError('INPUT', `line ${row} is not of a dump; expected a node or a relationship`);
    if ('from' in record) relationships.push(record);
    else nodes.push(record);
  }
  return { nodes, relationships };
}

function toRecord(line: string): NodeRecord | RelationshipRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { id, labels, type, from, to, properties } = (value ?? {}) as Partial<
    NodeRecord & RelationshipRecord
  >;
  if (!isText(id) || !isProperties(properties)) return undefined;
  if (isText(type, from, to)) return { id, type, from, to, properties } as RelationshipRecord;
  return Array.isArray(labels) && isText(...labels) ? ({ id, labels, properties } as NodeRecord) : undefined;
}

function isText(...all: readonly unknown[]): boolean {
  return all.every((one) => typeof one === 'string');
}

function isProperties(value: unknown): value is Readonly<Record<string, PropertyValue>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) =>
      Array.isArray(one) ? isText(...one) : ['string', 'number', 'boolean'].includes(typeof one),
    )
  );
}
