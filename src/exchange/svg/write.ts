import { type ExportGraph, type ExportNode, headline } from '../graph.ts';
import { escapeXml } from '../xml/write.ts';

const [PAPER, INK, LINE] = ['#f6f7f5', '#1c232c', '#9aa4ad'] as const;
const FONTS = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";
/** Space around the drawing, and names in it at most. */
const [MARGIN, MOST_NAMES] = [120, 400] as const;

type Drawn = Pick<ExportNode, 'id' | 'label' | 'type' | 'size' | 'colour'> & {
  readonly place: readonly [number, number];
};
type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * A picture: nodes where the layout put them, in their types' colours, the more relations the larger, and the names of the
 * largest that find room. What was never laid out is not in it. Names are text, so that they can be found and copied.
 */
export function* writeSvg(graph: ExportGraph): Generator<string> {
  const nodes = [...drawn(graph)];
  const [left, top, right, bottom] = around(nodes);
  const [width, height] = [right - left, bottom - top];
  yield `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}">\n`;
  yield `<title>${escapeXml(graph.description)}</title>\n<desc>${escapeXml(headline(graph))}</desc>\n`;
  yield `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${PAPER}"/>\n`;
  yield `<g stroke="${LINE}" stroke-opacity=".6">\n`;
  const places = new Map(nodes.map(({ id, place }) => [id, place]));
  for (const { from, to, weight } of graph.edges) {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined || from === to) continue;
    yield `<line x1="${start[0]}" y1="${start[1]}" x2="${end[0]}" y2="${end[1]}" stroke-width="${round(0.6 + Math.log2(weight) / 2)}"/>\n`;
  }
  yield `</g>\n<g stroke="${PAPER}" stroke-width="1.2">\n`;
  for (const { label, place, size, colour } of nodes)
    yield `<circle cx="${place[0]}" cy="${place[1]}" r="${size}" fill="rgb(${colour.join(',')})"><title>${escapeXml(label)}</title></circle>\n`;
  yield `</g>\n<g fill="${INK}" stroke="${PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" dominant-baseline="central">\n`;
  for (const { label, at, font } of named(nodes))
    yield `<text x="${round(at[0])}" y="${round(at[1])}" font-size="${font}">${escapeXml(label)}</text>\n`;
  yield `</g>\n${legend(nodes, left, top)}</svg>\n`;
}

/** What is drawn of nodes, without all that is known of them. */
function* drawn({ nodes }: ExportGraph): Generator<Drawn> {
  for (const { id, label, type, size, colour, place } of nodes)
    if (place !== undefined) yield { id, label, type, size, colour, place };
}

const TYPES: Readonly<Record<string, string>> = {
  Company: '企业',
  Zone: '园区',
  Project: '项目',
  Official: '官员',
  Executive: '企业高管',
  Organization: '机构',
  Place: '地点',
  Industry: '产业',
  Article: '文章',
  Fact: '事实',
};

/** Which colour is which type, in the corner. */
function legend(nodes: readonly Drawn[], left: number, top: number): string {
  const colours = new Map(nodes.map(({ type, colour }) => [type, colour]));
  const rows = Object.keys(TYPES).filter((type) => colours.has(type));
  const items = rows.map((type, i) => {
    const y = round(top + 24 + 20 * i);
    return (
      `<circle cx="${round(left + 24)}" cy="${y}" r="6" fill="rgb(${colours.get(type)?.join(',')})"/>` +
      `<text x="${round(left + 38)}" y="${y}">${TYPES[type]} ${type}</text>\n`
    );
  });
  return `<g id="legend" font-size="13" fill="${INK}" dominant-baseline="central">\n${items.join('')}</g>\n`;
}

function around(nodes: readonly Drawn[]): Box {
  let box: Box = [0, 0, 0, 0];
  nodes.forEach(({ place: [x, y] }, i) => {
    box =
      i === 0
        ? [x, y, x, y]
        : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  });
  return [round(box[0] - MARGIN), round(box[1] - MARGIN), round(box[2] + MARGIN), round(box[3] + MARGIN)];
}

/** The names that find room beside their nodes, the largest nodes' first. */
function named(nodes: readonly Drawn[]) {
  const largest = [...nodes].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const taken: Box[] = [];
  return largest.flatMap(({ label, place: [x, y], size }) => {
    if (taken.length >= MOST_NAMES) return [];
    const font = round(Math.max(9, size * 0.8));
    const start = x + size + 3;
    const box: Box = [start, y - font / 2, start + widthOf(label) * font, y + font / 2];
    if (taken.some((other) => overlap(box, other))) return [];
    taken.push(box);
    return [{ label, at: [start, y] as const, font }];
  });
}

/** In ems: a Chinese character is a whole one, others about half. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u2e80' ? 0.56 : 1;
  return width;
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
