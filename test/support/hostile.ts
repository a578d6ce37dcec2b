import { readFileSync } from 'node:fs';
import { writeZip } from '../../src/exchange/zip.ts';

/** A file that means ill, under the name that it comes with. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const fixture = (name: string) => readFileSync(new URL(`../read/fixtures/${name}`, import.meta.url));

const zip = (entries: Readonly<Record<string, string | Iterable<string>>>) =>
  Buffer.concat([...writeZip(Object.entries(entries).map(([name, content]) => ({ name, content })))]);

function* repeated(piece: string, times: number): Generator<string> {
  for (let i = 0; i < times; i++) yield piece;
}

const DOCX = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
};

const gb18030 = Buffer.from([0xd4, 0xb0, 0xc7, 0xf8, 0xb9, 0xab, 0xcb, 0xbe, 0xc6]);

/** Patterns that backtrack without end meet these: a start that fits, and an end that never comes. */
const EXPLODERS = [
  ['（', '以下简称“'],
  ['总投资', '1,'],
  ['市', '开发区、'],
  ['据', '报道：'],
  ['有限', '公司有限'],
  ['2024年', '1月'],
  [' ', ' '],
  ['第一', '、第二'],
  ['>', '>>->'],
  ['记者 ', '王 '],
] as const;

/** Two characters that hardly make a word, others for each number. */
function unheard(i: number): string {
  return String.fromCharCode(0x4f00 + ((i * 7919) % 9000), 0x5000 + ((i * 4729) % 9000));
}

/** One line that names thousands of things: whatever is compared with whatever else takes its time here. */
const CROWDS: readonly (readonly [name: string, piece: (name: string) => string])[] = [
  ['firms', (name) => `${name}科技有限公司`],
  ['zones', (name) => `${name}高新区`],
  ['parts', (name) => `${name}组团`],
  ['projects', (name) => `${name}光伏组件项目总投资3亿元开工`],
  ['people', (name) => `晨星科技有限公司总经理王${name}`],
  ['mayors', (name) => `南昌市市委书记王${name}`],
  ['short names', (name) => `${name}科技有限公司(以下简称“${name}”)`],
  ['industries', (name) => `${name}科技有限公司是${name}产业龙头`],
];

/** Small ones that every run takes, and large ones for the long run. */
export function hostileFiles(size: 'small' | 'large'): HostileFile[] {
  const times = size === 'large' ? 10 : 1;
  const text = (name: string, content: string): HostileFile => ({ name, bytes: Buffer.from(content) });
  return [
    text(
      'script.html',
      '<html><body><article><p>云岭高新区<script>alert(1)</script><img src=x onerror=alert(2)>与<b onclick="x()">晨星科技有限公司</b>签约。</p></article></body></html>',
    ),
    text('bidi.txt', '云岭\u202e高新区\u2066与晨星\u200f科技\u061c有限公司签约。'),
    text('control.txt', `云岭高新区\u0000\u0007\u001b[31m与晨星科技有限公司\u009b2J签约。`),
    text(
      'surrogates.jsonl',
      '{"id":"a\\ud800","text":"云岭高新区\\udc00与晨星\\ud83d科技有限公司签约。","title":"\\udfff"}\n{"id":"__proto__","text":"云岭高新区"}\n{"text":{"$gt":""}}\n[1,2\n',
    ),
    text(
      'names.txt',
      `${Array.from({ length: 20 * times }, (_, i) => `晨星${i}科技有限公司`).join('、')}落户云岭高新区。`,
    ),
    ...CROWDS.map(([name, piece]) =>
      text(`${name}.txt`, `${Array.from({ length: 20 * times }, (_, i) => piece(unheard(i))).join('、')}。`),
    ),
    text('one.txt', '产'.repeat(6000 * times)),
    text('blank.txt', ' '.repeat(6000 * times)),
    text('lines.txt', '\n'.repeat(6000 * times)),
    text('nested.html', `${'<div>'.repeat(2000)}云岭高新区${'</div>'.repeat(2000)}`),
    text('unclosed.html', '<p>云岭高新区<a href="'.repeat(50 * times)),
    text('entities.html', '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;&b;">]><p>&b;云岭高新区</p>'),
    { name: 'torn.txt', bytes: gb18030 },
    { name: 'noise.txt', bytes: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)) },
    {
      name: 'noise.pdf',
      bytes: Buffer.from(`%PDF-1.7\n${'1 0 obj<</Length 99999999>>stream\n'.repeat(50)}`),
    },
    { name: 'torn.pdf', bytes: fixture('article.pdf').subarray(0, 3000) },
    { name: 'torn.docx', bytes: fixture('article.docx').subarray(0, 2000) },
    { name: 'empty.docx', bytes: zip({}) },
    {
      name: 'outside.docx',
      bytes: zip({ ...DOCX, '../../../tmp/yuantu-escaped': 'x', 'word/document.xml': '<w:document/>' }),
    },
    {
      name: 'bomb.docx',
      bytes: zip({ ...DOCX, 'word/document.xml': repeated(' '.repeat(1 << 20), 16) }),
    },
    text('../up.txt'.replaceAll('/', '_'), '云岭高新区'),
    text('=cmd|calc.txt', "=cmd|' /C calc'!A0 与云岭高新区签约。"),
    ...EXPLODERS.map(([start, step], i) => text(`explode${i}.txt`, `${start}${step.repeat(300 * times)}！`)),
  ];
}
