import type { EntityType } from '../../model/entity.ts';
import { YuantuError } from '../../model/errors.ts';
import type { RelationType } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { AnnotatedText } from './annotation.ts';

const TYPES: Readonly<Record<string, EntityType>> = {
  C: 'Company',
  Z: 'Zone',
  P: 'Project',
  O: 'Official',
  E: 'Executive',
  G: 'Organization',
  L: 'Place',
  I: 'Industry',
};

const RELATION =
  /^(\S{1,100}) ([A-Z_]{1,30}) (\S{1,100})(?: title=([^|]{1,60}?))?\s{0,20}\|\s{0,20}(.{0,4000})$/u;
const ATTRIBUTES = /^(\S+) (\w+=.*)$/u;

/**
 * Read an article with its annotation inside: `[[C1|words]]` marks a mention, after a line `===` come relations
 * (`FROM TYPE TO | quote`) and attributes (`ID name=value …`).
 *
 * @throws {YuantuError} `INPUT`, naming file and line, when a mark is not closed or a line is neither.
 */
export function readWritten(file: string, id: string, group: string, content: string): AnnotatedText {
  const [body = '', tail = ''] = content.split('\n===\n');
  const { text, mentions } = readMarks(file, `${body.replace(/^\n{1,100}|\n{1,100}$/gu, '')}\n`);
  const relations: AnnotatedText['gold']['relations'][number][] = [];
  const attributes = new Map<string, Record<string, string | number>>();
  for (const line of tail.split('\n').map((each) => each.trim())) {
    if (!line) continue;
    const said = RELATION.exec(line);
    const [, from = '', type = '', to = '', title, quote = ''] = said ?? [];
    const told = ATTRIBUTES.exec(line);
    if (said)
      relations.push({
        from,
        type: type as RelationType,
        to,
        attrs: title === undefined ? {} : { title },
        quote,
      });
    else if (told) attributes.set(told[1] ?? '', { ...attributes.get(told[1] ?? ''), ...pairsOf(told[2]) });
    else throw new YuantuError('INPUT', `${file}: "${line}" is neither a relation nor an attribute`);
  }
  const entities = [...mentions].map(([key, spans]) => {
    const { name, ...attrs } = attributes.get(key) ?? {};
    const forms = [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].sort(
      (a, b) => b.length - a.length,
    );
    const first = name === undefined ? (forms[0] ?? '') : String(name);
    return {
      id: key,
      type: TYPES[key[0] ?? ''] ?? 'Company',
      name: first,
      aliases: forms.filter((form) => form !== first),
      attrs,
      mentions: spans,
    };
  });
  return { id, group, text, gold: { entities, relations } };
}

function pairsOf(line = ''): Record<string, string | number> {
  return Object.fromEntries(
    Array.from(
      line.matchAll(/(\w{1,40})=(.{0,400}?)(?=\s{1,20}\w{1,40}=|$)/gu),
      ([, key = '', value = '']) => [key, key === 'investment' ? Number(value) : value.trim()],
    ),
  );
}

function readMarks(file: string, body: string): { text: string; mentions: Map<string, Span[]> } {
  const open: { key: string; start: number }[] = [];
  const mentions = new Map<string, Span[]>();
  let text = '';
  for (let i = 0; i < body.length; ) {
    const begin = body.startsWith('[[', i) ? /^\[\[([CZPOEGLI]\d+)\|/u.exec(body.slice(i, i + 12)) : null;
    if (begin) {
      open.push({ key: begin[1] ?? '', start: text.length });
      i += begin[0].length;
    } else if (open.length > 0 && body.startsWith(']]', i)) {
      const { key, start } = open.pop() ?? { key: '', start: 0 };
      mentions.set(key, [...(mentions.get(key) ?? []), { start, end: text.length }]);
      i += 2;
    } else text += body[i++];
  }
  if (open.length > 0) throw new YuantuError('INPUT', `${file}: the mark of ${open[0]?.key} is not closed`);
  return { text, mentions };
}
