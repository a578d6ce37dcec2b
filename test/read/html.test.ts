import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html.ts';

const PARAGRAPHS = [
  '6月1日，云岭高新区与晨星科技公司签约，总投资12亿元的晨星智能传感器生产基地项目落户园区。',
  '云岭高新区管委会主任周明远表示，项目将于年内开工，两年内建成投产，带动上下游企业集聚。',
  '晨星科技公司总经理林一帆介绍，项目分两期建设，全部达产后年产传感器3000万只。',
];

const page = (body: string, head = ''): Uint8Array =>
  Buffer.from(
    `<!doctype html><html><head><title>签约 - 云岭网</title>${head}</head><body>${body}</body></html>`,
  );

const article = PARAGRAPHS.map((text) => `<p>　　${text.replace('，', '，\n  ')}</p>`).join('');

describe('a saved page', () => {
  it('gives title and paragraphs, and leaves out what stands around them', async () => {
    const { text } = await readHtml(
      page(
        `<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>
         <script>var a = "<p>脚本</p>";</script>
         <div class="main"><h1>晨星科技落户云岭高新区</h1><div class="TRS_Editor">${article}</div></div>
         <div class="footer"><a href="/about">关于我们</a> <a href="/contact">联系方式</a></div>`,
        '<meta name="ArticleTitle" content="晨星科技落户云岭高新区">',
      ),
    );
    expect(text.split('\n')).toEqual([
      '晨星科技落户云岭高新区',
      ...PARAGRAPHS.map((paragraph) => paragraph.replace('，', '， ')),
    ]);
  });

  it('gives what its meta tags tell', async () => {
    const { metadata } = await readHtml(
      page(
        article,
        `<meta name="PubDate" content="2024-06-05 08:30"><meta name="ContentSource" content="云岭日报">
         <meta name="author" content="李 文"><link rel="canonical" href="https://example.org/1.html">`,
      ),
    );
    expect(metadata).toMatchObject({
      published: '2024-06-05',
      outlet: '云岭日报',
      author: '李 文',
      url: 'https://example.org/1.html',
    });
  });

  it.each([
    ['short', `<p>${PARAGRAPHS[0]}</p>`],
    ['only a piece of one', PARAGRAPHS[0] ?? ''],
  ])('that is %s is taken whole', async (_, body) => {
    const { text } = await readHtml(Buffer.from(body));
    expect(text).toBe(PARAGRAPHS[0]);
  });

  it('in GB18030 is decoded', async () => {
    const { text } = await readHtml(
      Buffer.concat([Buffer.from('<p>'), Buffer.from('d4c6c1ebb8dfd0c2c7f8', 'hex')]),
    );
    expect(text).toBe('云岭高新区');
  });
});
