import { deflateSync } from 'node:zlib';
import { writeZip } from '../../src/exchange/zip.ts';

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word document whose body is this XML. */
export function docxOf(body: string | Iterable<string>): Buffer {
  function* content(): Generator<string> {
    yield '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
    if (typeof body === 'string') yield body;
    else yield* body;
    yield '</w:body></w:document>';
  }
  return Buffer.concat([
    ...writeZip([
      { name: '[Content_Types].xml', content: CONTENT_TYPES },
      { name: '_rels/.rels', content: RELATIONS },
      { name: 'word/document.xml', content: content() },
    ]),
  ]);
}

/** A piece of text on a page of a PDF, where its base line begins; points from the lower left corner. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Default 12. */
  readonly size?: number;
  /** Points between the glyphs. */
  readonly spacing?: number;
  /** Degrees against the clock. */
  readonly turned?: number;
  /** Set from top to bottom. */
  readonly vertical?: boolean;
  /** Lines that are drawn beside the text, each from a point to another. */
  readonly rules?: readonly (readonly [x: number, y: number, toX: number, toY: number])[];
}

/** Objects of a PDF, numbered from 1, as a file. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let size = parts[0]?.length ?? 0;
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(size);
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    size += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A stream of a PDF, packed so many times. */
export function streamOf(content: Buffer | string, times = 1): Buffer {
  let packed = Buffer.from(content);
  for (let i = 0; i < times; i++) packed = deflateSync(packed, { level: 9 });
  const filters = Array.from({ length: times }, () => '/FlateDecode').join('');
  return Buffer.concat([
    Buffer.from(`<</Length ${packed.length}/Filter[${filters}]>>stream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** A PDF of these pages, in a font that every reader of Chinese has and none need carry; half-width letters are half as wide. */
export function pdfOfPages(pages: readonly (readonly Drawn[])[], [width, height] = [595, 842]): Buffer {
  const font = (encoding: string) =>
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1[500] 2 94 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>`;
  const first = 5;
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}]>>`,
    font('UniGB-UCS2-H'),
    font('UniGB-UCS2-V'),
  ];
  for (const [i, page] of pages.entries())
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${first + 2 * i + 1} 0 R>>`,
      streamOf(page.map(draw).join('\n')),
    );
  return pdfOf(objects);
}

function draw({
  text,
  x,
  y,
  size = 12,
  spacing = 0,
  turned = 0,
  vertical = false,
  rules = [],
}: Drawn): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, y].map((n) => n.toFixed(4)).join(' ');
  const lines = rules.map(([fromX, fromY, toX, toY]) => `${fromX} ${fromY} m ${toX} ${toY} l S`).join(' ');
  return `${lines} BT /F${vertical ? 2 : 1} ${size} Tf ${spacing} Tc ${matrix} Tm <${codes}> Tj ET`;
}
