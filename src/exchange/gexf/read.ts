import { YuantuError } from '../../model/errors.ts';
import type { NodeRecord, PropertyValue, RelationshipRecord, Snapshot } from '../../model/snapshot.ts';
import { type Column, fromColumnText } from '../column.ts';
import { flip, need, readXml, toLabels } from '../xml/read.ts';
import { gexfKey } from './key.ts';

type Values = Record<string, PropertyValue>;

/**
 * The graph of a GEXF file of ours, also after Gephi saved it: `labels` and `kind` are the labels and the type; what was only
 * drawn (label, size, colour, weight, spells) is passed over.
 *
 * @throws {YuantuError} INPUT
 */
export async function readGexf(pieces: AsyncIterable<string>): Promise<Snapshot> {
  const nodes: NodeRecord[] = [];
  const relationships: RelationshipRecord[] = [];
  const columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() };
  let of: 'node' | 'edge' = 'node';
  let head: Readonly<Record<string, string>> = {};
  let values: Values = {};
  await readXml(pieces, {
    open(name, attributes) {
      if (name === 'attributes') of = attributes.class === 'edge' ? 'edge' : 'node';
      if (name === 'attribute') {
        const id = need(attributes, 'id', name);
        const title = attributes.title ?? id;
        const json = id === gexfKey({ name: title, json: true });
        columns[of].set(id, { name: title, type: typeOf(attributes.type), json });
      }
      if (name === 'node' || name === 'edge') {
        of = name;
        head = attributes;
        values = {};
      }
      if (name === 'attvalue') {
        const id = need(attributes, 'for', name);
        const column = columns[of].get(id);
        if (column === undefined) throw new YuantuError('INPUT', `no <attribute> has the id "${id}"`);
        values[column.name] = fromColumnText(column, need(attributes, 'value', name));
      }
      if (name === 'position') {
        values.x = Number(attributes.x);
        values.y = flip(Number(attributes.y));
      }
    },
    close(name) {
      if (name === 'node') {
        const { labels = '', ...properties } = values;
        nodes.push({ id: need(head, 'id', name), labels: toLabels(String(labels)), properties });
      }
      if (name === 'edge')
        relationships.push({
          id: need(head, 'id', name),
          type: head.kind ?? need(head, 'label', name),
          from: need(head, 'source', name),
          to: need(head, 'target', name),
          properties: values,
        });
    },
  });
  return { nodes, relationships };
}

function typeOf(written: string | undefined): Column['type'] {
  if (written === 'boolean') return 'boolean';
  if (written === 'integer' || written === 'long') return 'long';
  return written === 'float' || written === 'double' ? 'double' : 'string';
}
