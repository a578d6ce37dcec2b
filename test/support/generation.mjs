const SIZE = 400;

export function generation(number) {
  const id = (i) => `n${String((number % 7) * 50 + i).padStart(5, '0')}`;
  const nodes = Array.from({ length: SIZE }, (_, i) => ({
    id: id(i),
    labels: ['Company', 'Entity'],
    properties: { mentions: number, name: `第${number}代企业${i}` },
  }));
  const relationships = nodes.slice(1).map((node, i) => ({
    id: `r ${id(i)} ${node.id}`,
    type: 'PARTNERS_WITH',
    from: id(i),
    to: node.id,
    properties: { count: number, quotes: [`第${number}代`] },
  }));
  return { nodes, relationships: relationships.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

export function numberOf({ nodes, relationships }) {
  const numbers = new Set([
    ...nodes.map(({ properties }) => properties.mentions),
    ...relationships.map(({ properties }) => properties.count),
  ]);
  if (numbers.size === 0) return 0;
  const whole = nodes.length === SIZE && relationships.length === SIZE - 1;
  return numbers.size === 1 && whole ? Number([...numbers][0]) : Number.NaN;
}
