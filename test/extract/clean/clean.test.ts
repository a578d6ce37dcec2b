import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import type { ArticleMetadata } from '../../../src/model/article.ts';
import { rawOf } from '../../support/view.ts';

const cleaned = (text: string): string => clean(rawOf(text)).text;
const metadataOf = (text: string, given: ArticleMetadata = {}): ArticleMetadata | undefined =>
  clean({ ...rawOf(text), metadata: given }).articles[0];

const BODY =
  '云岭高新区昨日举行项目集中签约仪式，来自各地的十二家企业参加，签约总额再创新高，为全年工作开了好头。';

describe('the cleaned text', () => {
  it.each([
    ['spaces between Han characters go', '云 岭 高 新 区', '云岭高新区\n'],
    ['spaces between Latin words stay', '新建 5G Plus 平台', '新建5G Plus平台\n'],
    ['full-width becomes half-width', 'ＡＢＣ１２３，（测试）！', 'ABC123,(测试)!\n'],
    ['ideographic, zero-width and no-break spaces go', '　云\u200b岭\u00a0高新区　', '云岭高新区\n'],
    ['any line break ends a paragraph', '甲。\r\n乙。\r丙。\u2028丁。', '甲。\n乙。\n丙。\n丁。\n'],
    ['blank lines leave nothing', '甲。\n\n \r\n乙。', '甲。\n乙。\n'],
    ['dashes and dots that look alike become one', '甲―乙─丙•丁・戊', '甲—乙—丙·丁·戊\n'],
    ['a lone surrogate goes', '云岭\ud800高新区\udc00', '云岭高新区\n'],
    ['an emoji stays whole', '云岭😀高新区', '云岭😀高新区\n'],
    ['nothing stays nothing', ' \r\n\t\n', ''],
  ])('%s', (_, text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });

  it('turns traditional into simplified script, and leaves every offset where it was', () => {
    const text = '這個產業園區的項目們開工，電機廠業務發展。';
    const document = clean(rawOf(text));
    expect(document.text).toBe('这个产业园区的项目们开工,电机厂业务发展。\n');
    for (let i = 0; i < text.length; i++)
      expect(document.toOriginal({ start: i, end: i + 1 })).toEqual({ start: i, end: i + 1 });
  });

  it.each([
    ['張乾明出席，這個項目將發展園區經濟。', '张乾明出席,这个项目将发展园区经济。\n'],
    [
      '乾縣縣長李瞭遠說，這個烘乾設備項目和餅乾廠的情況已經瞭解。',
      '乾县县长李瞭远说,这个烘干设备项目和饼干厂的情况已经了解。\n',
    ],
    [
      '白鹭高新区与臺達電子工業股份有限公司座谈。著名企业旭昇集团参加。',
      '白鹭高新区与台达电子工业股份有限公司座谈。著名企业旭昇集团参加。\n',
    ],
    ['簽約落戶', '签约落户\n'],
  ])('tells script sentence by sentence, and names keep their 乾 and 瞭: %s', (text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });

  it.each([
    ['⻘禾⾼新区⻓江项⽬', '青禾高新区长江项目\n'],
    ['\uf90a禾新材料', '金禾新材料\n'],
    ['Cafe\u0301 E\u0301vora（白鹭）食品有限公司', 'Café Évora(白鹭)食品有限公司\n'],
    ['Café Évora（白鹭）食品有限公司', 'Café Évora(白鹭)食品有限公司\n'],
  ])('folds radicals, compatibility forms and marks apart from their letter: %s', (text, expected) => {
    const document = clean(rawOf(text));
    expect(document.text).toBe(expected);
    const all = document.toOriginal({ start: 0, end: document.text.length - 1 });
    expect(text.slice(all.start, all.end)).toBe(text);
  });

  it('leaves simplified text alone though a character or two look traditional', () => {
    expect(cleaned('云岭乾坤科技有限公司著名。')).toBe('云岭乾坤科技有限公司著名。\n');
  });

  it('carries a span back to the smallest stretch of the original that holds it', () => {
    const text = '  晨 星\u3000科技（云岭）有限公司';
    const document = clean(rawOf(text));
    const start = document.text.indexOf('星科技(');
    const { start: from, end } = document.toOriginal({ start, end: start + 4 });
    expect(text.slice(from, end)).toBe('星\u3000科技（');
  });
});

describe('lines', () => {
  const lines = Array.from({ length: 24 }, (_, i) =>
    i % 6 === 5 ? '这一段到这里就说完了，下面另起一段。' : '云岭高新区坚持以项目为王推动园区建设现代产',
  );

  it('are joined where a page was wrapped at a fixed width, until a stop ends one', () => {
    const text = cleaned(lines.join('\n'));
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toContain('现代产云岭高新区');
  });

  it('are joined in a short text that was wrapped, and not in a list of names, however long', () => {
    const wrapped = [
      '6月4日，云岭高新区举行项目集中签约仪式，晨星电池',
      '科技有限公司投资建设年产3万吨电池材料项目，总投',
      '资20亿元。同日签约的还有远山食品股份有限公司，项',
      '目由远山食品股份有限公司建设，位于云岭高新区食品',
      '园，总投资3亿元，计划明年6月开工建设，建成以后可',
      '带动就业300人。',
    ];
    expect(cleaned(wrapped.join('\n')).trimEnd().split('\n')).toHaveLength(1);
    const names = Array.from({ length: 30 }, (_, i) => `晨星第${i}${'新'.repeat(i % 7)}科技有限公司`);
    expect(cleaned(names.join('\n')).trimEnd().split('\n')).toHaveLength(30);
    const alike = Array.from({ length: 30 }, (_, i) => `晨星第${10 + i}电池科技有限公司`);
    expect(cleaned(alike.join('\n')).trimEnd().split('\n')).toHaveLength(30);
  });

  it('keep their offsets when a word was torn in two', () => {
    const text = lines.join('\r\n');
    const document = clean(rawOf(text));
    const start = document.text.indexOf('产云');
    const span = document.toOriginal({ start, end: start + 2 });
    expect(text.slice(span.start, span.end)).toBe('产\r\n云');
  });

  it('are joined when two long ones are parts of one sentence', () => {
    const [a, b] = [`${BODY.slice(0, 46)}还`, '要继续一直说下去，说到这里才算真正说完，结束。'];
    expect(cleaned(`${a}\n${b}`).trimEnd().split('\n')).toHaveLength(1);
  });

  it('stay apart when they are short headings', () => {
    expect(cleaned('云岭高新区要闻\n晨星项目开工\n今天开工了。')).toBe(
      '云岭高新区要闻\n晨星项目开工\n今天开工了。\n',
    );
  });
});

describe('furniture', () => {
  it.each([
    '责编：王小明',
    '责任编辑：王小明',
    '（责任编辑：王小明）',
    '来源：云岭日报',
    '评论 3人参与',
    '还没有评论',
    '分享让更多人看到',
    '返回首页',
    '相关阅读：另一条新闻',
    '云岭新闻网',
    '关键词：园区 项目',
  ])('drops the line %s', (line) => {
    expect(cleaned(`云岭高新区开会。\n${line}\n大会结束。`)).toBe('云岭高新区开会。\n大会结束。\n');
  });

  it.each([
    ['云岭高新区开会。（记者 王小明 通讯员 李大海）', '云岭高新区开会。\n'],
    ['云岭高新区开会。（王明 李海）', '云岭高新区开会。\n'],
    ['云岭高新区开会。（完）', '云岭高新区开会。\n'],
    ['云岭高新区开会。【编辑：王小明】', '云岭高新区开会。\n'],
    ['云岭高新区开会。返回搜狐，查看更多', '云岭高新区开会。\n'],
    ['云岭高新区开会。详见 https://example.com/a?b=1', '云岭高新区开会。详见\n'],
  ])('blanks %s out inside a line', (text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });

  it('leaves brackets that belong to a name', () => {
    expect(cleaned('晨星（云岭）有限公司成立。')).toBe('晨星(云岭)有限公司成立。\n');
  });
});

describe('sentences', () => {
  it('end after a stop and the quotation marks that close with it, and tile the paragraph', () => {
    const { text, sentences } = clean(rawOf('他说：“今天开工！”大家都很高兴。还有半句'));
    expect(sentences.map((s) => text.slice(s.start, s.end))).toEqual([
      '他说:“今天开工!”',
      '大家都很高兴。',
      '还有半句',
    ]);
  });

  it('of a headline stand in a paragraph of their own', () => {
    const { sentences } = clean(rawOf('云岭高新区项目开工\n今天上午开工。'));
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual([0, 1]);
  });
});

describe('articles', () => {
  const page = `第一条新闻的标题\n${BODY}\n${BODY}（王明 李海）\n第二条新闻的标题\n${BODY}${BODY}（赵云 钱进）`;

  it('of one file are split at bylines, and tile the original text', () => {
    const { articles } = clean(rawOf(page));
    expect(articles.map(({ id, title }) => [id, title])).toEqual([
      ['test/test', '第一条新闻的标题'],
      ['test/test#2', '第二条新闻的标题'],
    ]);
    expect(articles[0]?.start).toBe(0);
    expect(articles[0]?.end).toBe(articles[1]?.start);
    expect(articles[1]?.start).toBe(page.indexOf('第二条'));
    expect(articles[1]?.end).toBe(page.length);
  });

  it('number the sentences', () => {
    const { text, sentences } = clean(rawOf(page));
    const at = text.indexOf('第二条');
    for (const { start, article } of sentences) expect(article).toBe(start < at ? 0 : 1);
  });

  it('are one when hardly anything follows the byline', () => {
    expect(clean(rawOf(`${BODY}（王明 李海）\n谢谢阅读。`)).articles).toHaveLength(1);
  });
});

describe('what the head of the text tells', () => {
  it.each([
    [
      '云岭高新区项目集中开工\n2024年3月5日 来源：云岭日报\n正文开始了。',
      { title: '云岭高新区项目集中开工', published: '2024-03-05', outlet: '云岭日报' },
    ],
    [
      '云岭高新区项目集中开工\n2024-03-15 10:00\n正文开始了。',
      { title: '云岭高新区项目集中开工', published: '2024-03-15' },
    ],
    ['云岭高新区项目集中开工\n云岭晚报讯 今天上午开工了。', { outlet: '云岭晚报' }],
    ['原标题：云岭高新区开工\n正文开始了。', { title: '云岭高新区开工' }],
  ])('is read off %s', (text, expected) => {
    expect(metadataOf(text)).toMatchObject(expected);
  });

  it('yields to what the source says', () => {
    const given = { title: '给定的标题', published: '2023-01-01' };
    expect(metadataOf('云岭高新区项目集中开工\n2024年3月5日\n正文。', given)).toMatchObject(given);
  });

  it('is absent when the text says nothing of the kind', () => {
    const found = metadataOf('今天上午云岭高新区开了一个会。');
    expect(Object.keys(found ?? {}).sort()).toEqual(['end', 'id', 'start']);
  });
});
