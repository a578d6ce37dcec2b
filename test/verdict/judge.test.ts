import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JudgementLine, NamedThing } from '../../src/model/judgement.ts';
import { openJudgementLog } from '../../src/verdict/log.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { replay } from '../../src/verdict/replay.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-judge-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const zone = (name: string): NamedThing => ({ type: 'Zone', name });
let minute = 0;
const line = (content: object): JudgementLine =>
  parseJudgement(
    { by: '王', at: `2026-01-01T00:${String(minute++ % 60).padStart(2, '0')}:00Z`, ...content },
    'test',
  );
const same = (a: string, b: string) => line({ say: 'same', left: zone(a), right: zone(b) });
const different = (a: string, b: string) => line({ say: 'different', left: zone(a), right: zone(b) });
const undo = (of: JudgementLine) => line({ say: 'undo', of: of.id });

describe('a judgement', () => {
  it('has the same id however it is written', () => {
    const one = { say: 'same', left: zone('甲'), right: zone('乙'), by: '王', at: '2026-01-01T00:00:00Z' };
    const turned = Object.fromEntries(Object.entries(one).reverse());
    expect(parseJudgement(turned, 't').id).toBe(parseJudgement(one, 't').id);
    expect(parseJudgement({ ...one, left: zone(' 甲') }, 't').id).toBe(parseJudgement(one, 't').id);
    expect(parseJudgement({ ...one, by: '李' }, 't').id).not.toBe(parseJudgement(one, 't').id);
  });

  it.each([
    ['without who', { say: 'same', left: zone('甲'), right: zone('乙'), by: '' }],
    ['of a company and a zone', { say: 'same', left: zone('甲'), right: { type: 'Company', name: '乙' } }],
    ['of no known verdict', { say: 'perhaps', left: zone('甲'), right: zone('乙') }],
    ['of an unknown type', { say: 'wrong', what: 'type', of: zone('甲'), right: 'City' }],
    ['at no time', { say: 'same', left: zone('甲'), right: zone('乙'), at: 'yesterday' }],
  ])('%s is refused, with its place', (_, content) => {
    expect(() => line(content)).toThrow(/^test: /u);
  });
});

describe('what stands', () => {
  const standing = (...lines: readonly JudgementLine[]) => {
    const { judgements, contradictions } = replay(lines);
    return { stands: judgements.map(({ id }) => id).sort(), against: contradictions };
  };

  it('is what was not undone', () => {
    const [a, b] = [same('甲', '乙'), different('甲', '丙')];
    expect(standing(a, b).stands).toEqual([a.id, b.id].sort());
    expect(standing(a, b, undo(a)).stands).toEqual([b.id]);
    expect(standing(a, undo(a), a).stands).toEqual([a.id]);
  });

  it('is the newer of two on one pair, and the older is reported', () => {
    const [a, b] = [same('甲', '乙'), different('乙', '甲')];
    expect(standing(a, b)).toEqual({ stands: [b.id], against: [{ kept: b, dropped: a }] });
    // An unsure one is no contradiction of itself.
    const [c, d] = [same('甲', '乙'), same('乙', '甲')];
    expect(standing(c, d)).toEqual({ stands: [d.id], against: [] });
  });

  it('lets no chain of same join what is different', () => {
    const [ab, bc, ac] = [same('甲', '乙'), same('乙', '丙'), different('甲', '丙')];
    expect(standing(ab, bc, ac)).toMatchObject({ against: [{ dropped: ab }] });
    expect(standing(ac, ab, bc)).toMatchObject({ against: [{ dropped: ac }] });
  });

  it('tells of an undo that takes nothing back', () => {
    const a = same('甲', '乙');
    expect(standing(undo(a)).against).toHaveLength(1);
  });
});

describe('the log', () => {
  it('only grows, and gives back what was written', async () => {
    const log = openJudgementLog(join(folder, 'a', 'judgements.jsonl'));
    expect(log.read()).toEqual([]);
    const [a, b] = [same('甲', '乙'), different('甲', '丙')];
    await log.append([a]);
    const first = readFileSync(log.file, 'utf8');
    await log.append([b, undo(a)]);
    expect(readFileSync(log.file, 'utf8').startsWith(first)).toBe(true);
    expect(log.read().slice(0, 2)).toEqual([a, b]);
  });

  it('names the row of a line that is no judgement, and keeps what comes after on a line of its own', async () => {
    const log = openJudgementLog(join(folder, 'b.jsonl'));
    await log.append([same('甲', '乙')]);
    appendFileSync(log.file, '{"say":"sa');
    await log.append([same('甲', '丙')]);
    expect(() => log.read()).toThrow(/b\.jsonl:2: not a judgement/u);
    expect(readFileSync(log.file, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });
});
