// The dump that one process makes of results, without a store: `node test/support/one-process.mjs RESULTS SOURCE DUMP`; needs a build.
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { Collection } from '../../dist/collect/collection.js';
import { writeJsonLines } from '../../dist/exchange/json-lines/write.js';
import { underSource } from '../../dist/extract/result.js';
import { linesOf } from '../../dist/files/lines.js';
import { sortSnapshot } from '../../dist/graph/build/records.js';
import { loadSeeds } from '../../dist/index.js';

const [, , results, source, dump] = process.argv;
const come = [];
for await (const line of linesOf(createReadStream(results, 'utf8'))) {
  const { id, text, title, published, outlet, author, url, ...extraction } = JSON.parse(line);
  const metadata = JSON.parse(JSON.stringify({ title, published, outlet, author, url }));
  const raw = { id: `${source}/${id}`, source, doc: id, text, metadata };
  come.push({ raw, extraction: underSource(raw, extraction) });
}
come.sort((a, b) => (a.raw.id < b.raw.id ? -1 : 1));
const collection = new Collection(loadSeeds());
collection.update({ come });
const file = openSync(dump, 'w');
let piece = '';
const write = () => {
  const bytes = Buffer.from(piece);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  piece = '';
};
for (const line of writeJsonLines(sortSnapshot(collection.snapshot()))) {
  piece += line;
  if (piece.length > 1 << 20) write();
}
write();
closeSync(file);
console.log(`peak ${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB`);
