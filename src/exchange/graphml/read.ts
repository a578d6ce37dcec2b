import { YuantuError } from '../../model/errors.ts';
import type { NodeRecord, PropertyValue, RelationshipRecord, Snapshot } from '../../model/snapshot.ts';
import { type Column, fromColumnText } from '../column.ts';
import { flip, need, readXml, toLabels } from '../xml/read.ts';
import { DRAWN_KEYS, JSON_KEY } from './keys.ts';

interface Key extends Column {
  readonly of: 'node' | 'edge';
}

/**
 * The graph of a GraphML file of ours: `labels` of a node and `label` of an edge are the labels and the type; what was only
 * drawn (label, size, colour, weight) is passed over.
 *
 * @throws {YuantuError} INPUT
 */
export async function readGraphml(pieces: AsyncIterable<string>): Promise<Snapshot> {
  const nodes: NodeRecord[] = [];
  const relationships: RelationshipRecord[] = [];
  const keys = new Map<string, Key>();
  let key: Key | undefined;
  let keyId = '';
  let head: Readonly<Record<string, string>> = {};
  let values: Record<string, PropertyValue> = {};
  let drawn: Record<string, string> = {};
  await readXml(pieces, {
    open(name, attributes) {
      if (name === 'key') {
        keyId = need(attributes, 'id', name);
        key = {
          of: attributes.for === 'edge' ? 'edge' : 'node',
          name: attributes['attr.name'] ?? keyId,
          type: typeOf(attributes['attr.type']),
          json: false,
        };
      }
      if (name === 'node' || name === 'edge') {
        head = attributes;
        values = {};
        drawn = {};
      }
      if (name === 'data') {
        keyId = need(attributes, 'key', name);
        key = keys.get(keyId);
        if (key === undefined) throw new YuantuError('INPUT', `no <key> has the id "${keyId}"`);
      }
    },
    close(name, text) {
      if (name === 'desc' && key !== undefined && text === JSON_KEY) key = { ...key, json: true };
      if (name === 'key' && key !== undefined) keys.set(keyId, key);
      if (name === 'data' && key !== undefined) {
        if (DRAWN_KEYS[key.of].has(key.name)) drawn[key.name] = text;
        put(values, key, text);
      }
      // Other programs keep labels and type as data alone.
      if (name === 'node')
        nodes.push({
          id: need(head, 'id', name),
          labels: toLabels(head.labels ?? drawn.labels ?? need(head, 'labels', name)),
          properties: values,
        });
      if (name === 'edge')
        relationships.push({
          id: need(head, 'id', name),
          type: head.label ?? drawn.label ?? need(head, 'label', name),
          from: need(head, 'source', name),
          to: need(head, 'target', name),
          properties: values,
        });
    },
  });
  return { nodes, relationships };
}

function put(values: Record<string, PropertyValue>, key: Key, text: string): void {
  if (key.of === 'node' && key.name === 'x') values.x = Number(text);
  else if (key.of === 'node' && key.name === 'y') values.y = flip(Number(text));
  else if (!DRAWN_KEYS[key.of].has(key.name)) values[key.name] = fromColumnText(key, text);
}

function typeOf(written: string | undefined): Column['type'] {
  if (written === 'boolean') return 'boolean';
  if (written === 'int' || written === 'long') return 'long';
  return written === 'float' || written === 'double' ? 'double' : 'string';
}
