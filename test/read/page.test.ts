import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html.ts';

const TITLE = '白鹭高新区签约三个新材料项目';
const PARAGRAPHS = [
  '6月4日，白鹭高新技术产业开发区举行项目集中签约仪式。远航新材料科技有限公司投资建设年产2万吨锂电隔膜项目，总投资30亿元，选址白鹭高新区东片区。',
  '白鹭高新区管委会主任李明远出席并致辞。远航新材料科技有限公司董事长周启文表示，项目预计2025年10月投产。',
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const NAV =
  '<div class="nav"><a href="/">首页</a> <a href="/a">要闻</a> <a href="/c">苍鹭经济技术开发区</a></div>';
const FOOT = '<div class="footer">主办：白鹭市人民政府办公室 技术支持：云帆网络科技有限公司</div>';

const read = (body: string, head = '', title = TITLE) =>
  readHtml(
    Buffer.from(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`,
    ),
  );

describe('the head that a page shows', () => {
  it.each([
    ['<span>2024-06-05 09:12</span> <span>来源：白鹭日报</span>', '2024-06-05', '白鹭日报', undefined],
    ['2024年6月5日 09:12　来源: 白鹭日报　作者：李文', '2024-06-05', '白鹭日报', '李文'],
    ['2024/6/5 09:12 白鹭日报', '2024-06-05', '白鹭日报', undefined],
    ['<span>发布时间：2024-02-30</span>', undefined, undefined, undefined],
  ])('tells date, outlet and author: %s', async (line, published, outlet, author) => {
    const { text, metadata } = await read(
      `${NAV}<h1>${TITLE}</h1><div class="info">${line}</div><div class="content">${BODY}</div>${FOOT}`,
      '',
      `${TITLE}_要闻_白鹭新闻网`,
    );
    expect(metadata).toMatchObject({
      title: TITLE,
      ...(published && { published }),
      ...(outlet && { outlet }),
      ...(author && { author }),
    });
    expect(Object.keys(metadata)).not.toContain(published === undefined ? 'published' : 'url');
    expect(text).toContain(PARAGRAPHS[0]);
    expect(text).not.toMatch(/云帆|苍鹭/u);
  });

  it('yields to what the page says in JSON-LD, and its name of the site to both', async () => {
    const linked = {
      '@graph': [
        { '@type': 'WebSite', name: '网' },
        {
          '@type': 'NewsArticle',
          headline: TITLE,
          datePublished: '2024-06-05T09:12:00+08:00',
          author: [{ name: '李文' }, { name: '王平' }],
          publisher: { '@type': 'Organization', name: '白鹭日报' },
        },
      ],
    };
    const { metadata } = await read(
      BODY,
      `<meta property="og:site_name" content="白鹭网"><script type="application/ld+json">${JSON.stringify(linked)}</script><script type="application/ld+json">{broken</script>`,
    );
    expect(metadata).toMatchObject({
      title: TITLE,
      published: '2024-06-05',
      outlet: '白鹭日报',
      author: '李文、王平',
    });
  });
});

describe('the title that a page shows', () => {
  const site = '<h1><a href="/">白鹭新闻网</a></h1>';
  it.each([
    ['behind that of its site', `白鹭经济技术开发区 - 园区动态 - ${TITLE}`, `<h3>${TITLE}</h3>`],
    ['beside a heading that names the site', `${TITLE}-白鹭新闻网`, `${site}<h2>${TITLE}</h2>`],
    ['above its date alone, where the site is that of a zone', '白鹭经济技术开发区', `<div>${TITLE}</div>`],
    ['above its date alone', '白鹭新闻网', `${site}<p>您的位置：首页 &gt; 要闻</p><div>${TITLE}</div>`],
  ])('is found %s', async (_, title, head) => {
    const { text, metadata } = await read(
      `${NAV}${head}<div><span>发布日期：2024-06-05</span><span>来　源：白鹭日报</span><span>浏览次数：12</span></div>${BODY}${FOOT}`,
      '',
      title,
    );
    expect(metadata).toMatchObject({ title: TITLE, published: '2024-06-05', outlet: '白鹭日报' });
    expect(text.startsWith(TITLE)).toBe(true);
  });

  it.each([
    ['来源 | 白鹭日报', '白鹭日报'],
    ['白鹭日报 2024-06-05 07:00', '白鹭日报'],
    ['<span>2024-06-05 07:00</span><span>白鹭晚报</span>', '白鹭晚报'],
    ['2024年6月5日 白鹭发布', '白鹭发布'],
  ])('stands above its outlet: %s', async (line, outlet) => {
    const { metadata } = await read(`<h1>${TITLE}</h1><div>${line}</div>${BODY}`);
    expect(metadata.outlet).toBe(outlet);
  });
});

describe('the article of a page', () => {
  it('is read where it is hidden until a script shows it', async () => {
    const { text, metadata } = await read(
      `<div id="page-content"><h1 class="rich_media_title" id="activity-name">${TITLE}</h1>
       <div id="meta_content"><a id="js_name">白鹭发布</a> <em id="publish_time">2024年6月5日 09:12</em></div>
       <div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">${BODY.replaceAll('p>', 'section>')}</div></div>
       <div class="rich_media_tool">阅读原文 微信扫一扫关注该公众号 知道了 取消 允许 视频 小程序 赞 在看</div>`,
    );
    expect(text).toBe([TITLE, ...PARAGRAPHS].join('\n'));
    expect(metadata).toMatchObject({ published: '2024-06-05', outlet: '白鹭发布' });
  });

  it('is a notice of one sentence, without what stands around it', async () => {
    const notice = '6月4日，远航新材料科技有限公司签约落户白鹭高新区。';
    const { text } = await read(`${NAV}<h1>${TITLE}</h1><p>${notice}</p>${FOOT}`);
    expect(text).toBe(`${TITLE}\n${notice}`);
  });

  it('has no advertisements and no lists of other articles', async () => {
    const { text } = await read(
      `<h1>${TITLE}</h1><div><p>${PARAGRAPHS[0]}</p><p>广告｜苍鹭地产集团80亿元项目盛大开盘</p><p>${PARAGRAPHS[1]}</p>
       <h3>热榜</h3><ul><li><a href="/1">苍鹭集团总投资90亿元项目开工</a></li></ul></div>
       <div class="hot-news"><a href="/2">苍鹭高新区签约</a></div><aside>苍鹭二手车</aside>`,
    );
    expect(text).toContain(PARAGRAPHS[1]);
    expect(text).not.toContain('苍鹭');
  });

  it('is not the words of a page whose script has yet to fetch it', async () => {
    await expect(read('<div id="app">正在加载，请稍候…</div>')).rejects.toThrow('a script fetches it');
    const linked = JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n') });
    const { text } = await read(
      '<div id="app">正在加载…</div>',
      `<script type="application/ld+json">${linked}</script>`,
    );
    expect(text).toContain(PARAGRAPHS[1]);
  });

  it('is not what a site says in its place', async () => {
    for (const notice of [
      '该内容已被发布者删除',
      '当前环境异常，完成验证后即可继续访问。',
      '您访问的页面不存在',
    ])
      await expect(read(`<div><h2>提示</h2><p>${notice}</p><a>去验证</a></div>`)).rejects.toThrow(
        'in its place',
      );
    await expect(read('<p>6月4日，园区系统完成验证。</p>')).resolves.toBeDefined();
  });

  it('has no list of former ones at its end, and no foot, where a page holds links alone too', async () => {
    const former =
      '<section><p><b>往期推荐</b></p></section><section><img></section><section><p><a href="/1">苍鹭集团开工</a></p></section>';
    const { text } = await read(
      `<h1>${TITLE}</h1><div id="js_content">${BODY}${former}<p>白鹭发布出品</p></div>`,
    );
    expect(text.split('\n')).toEqual([TITLE, ...PARAGRAPHS, '白鹭发布出品']);
    const list = '<ul><li><a href="/1">苍鹭高新区签约</a></li><li><a href="/2">苍鹭集团开工</a></li></ul>';
    const listed = await read(`${list}<p>版权所有：白鹭市政府</p><p>技术支持：云帆网络公司</p>`, '', '要闻');
    expect(listed.text.split('\n')).toEqual(['要闻', '苍鹭高新区签约', '苍鹭集团开工']);
  });

  it('has a table with a long cell by its rows where it names what it tells, and what stands around it', async () => {
    const long = '建设生产线、厂房、仓库和配套设施，'.repeat(20);
    const { text } = await read(
      `<h1>${TITLE}</h1><p>现将受理情况公示如下：</p><table><tr><td>项目名称</td><td>建设单位</td><td>项目概况</td></tr>
       <tr><td>锂电隔膜项目</td><td>远航新材料科技有限公司</td><td>${long}</td></tr></table><p>公示期为五天。</p>`,
    );
    expect(text.split('\n')).toEqual([
      TITLE,
      '现将受理情况公示如下：',
      `项目名称：锂电隔膜项目，建设单位：远航新材料科技有限公司，项目概况：${long}。`,
      '公示期为五天。',
    ]);
  });

  it('has the rows of its tables, each cell with the head of its column', async () => {
    const { text } = await read(
      `<h1>${TITLE}</h1>${BODY}<p>项目如下：</p>
       <table><thead><tr><th>项目名称</th><th>投资方</th><th>总投资</th><th>进展</th></tr></thead><tbody>
       <tr><td>锂电隔膜项目</td><td rowspan="2">远航新材料科技有限公司</td><td>30亿元</td><td>已<br>开工</td></tr>
       <tr><td>光伏组件项目</td><td>12亿元</td><td>签约</td></tr>
       <tr><td>储能项目</td><td>云帆科技有限公司</td><td></td><td>投产</td></tr></tbody></table>`,
    );
    expect(text.split('\n').slice(-3)).toEqual([
      '项目名称：锂电隔膜项目，投资方：远航新材料科技有限公司，总投资：30亿元，进展：已 开工。',
      '项目名称：光伏组件项目，投资方：远航新材料科技有限公司，总投资：12亿元，进展：签约。',
      '项目名称：储能项目，投资方：云帆科技有限公司，进展：投产。',
    ]);
  });

  it('is read by its paragraphs where a table only places it on the page', async () => {
    const { text } = await read(
      `<table><tr><td>${TITLE}</td><td>2024年6月5日</td></tr>
       <tr><td colspan="2">${BODY}<table><tr><td>编辑</td><td>李文</td></tr></table></td></tr></table>`,
    );
    expect(text).toContain(PARAGRAPHS.join('\n'));
  });

  it('puts a cell under its column where others reach over columns and rows', async () => {
    const { text } = await read(
      `<h1>${TITLE}</h1>${BODY}<table>
       <tr><td rowspan="2">白鹭高新区</td><td colspan="2">两个项目</td><td>50亿元</td></tr>
       <tr><td>甲区</td><td>乙区</td><td>30亿元</td></tr></table>`,
    );
    expect(text.split('\n').slice(-2)).toEqual([
      '白鹭高新区\t两个项目\t50亿元',
      '白鹭高新区\t甲区\t乙区\t30亿元',
    ]);
  });
});

describe('what a page tells out of its text', () => {
  it.each([
    ['an element of a time', '<time datetime="2024-06-05T09:12:00+08:00">昨天</time>', ''],
    ['the script of WeChat of later years', '', `<script>var createTime = '2024-06-05 18:30';</script>`],
    ['the script of WeChat', '', '<script>var ct = "1717549920"; var svr_time = "1717999999";</script>'],
  ])('is its date, in %s', async (_, shown, head) => {
    expect((await read(`<h1>${TITLE}</h1>${shown}${BODY}`, head)).metadata.published).toBe('2024-06-05');
  });

  it('is nothing that is struck through', async () => {
    const { text } = await read(`<h1>${TITLE}</h1>${BODY}<p>总投资<del>50</del><s>40</s>30亿元。</p>`);
    expect(text).toContain('总投资30亿元。');
  });
});

describe('a page that is set in tables', () => {
  const links = (...names: readonly string[]) => names.map((name) => `<a href="/x">${name}</a>`);
  const stacked = (...cells: readonly string[]) =>
    `<table>${cells.map((cell) => `<tr><td>${cell}</td></tr>`).join('')}</table>`;

  it('is its article without the menus, lists and feet in cells beside it', async () => {
    const { text, metadata } = await read(
      `<table><tr><td colspan="3">${links('首页', '要闻', '苍鹭高新区').join(' ')}</td></tr><tr>
       <td>${stacked(...links('工作动态', '通知公告', '苍鹭经济技术开发区', '领导信箱'))}</td>
       <td>${stacked(`<b>${TITLE}</b>`, '发布时间：2024-6-5 来源：白鹭日报 点击：123次', BODY)}</td>
       <td>${stacked('热点新闻', ...links('苍鹭集团80亿元项目开工', '石桥食品有限公司落户苍鹭高新区'))}</td></tr>
       <tr><td colspan="3">版权所有：白鹭高新区 技术支持：云帆网络科技有限公司</td></tr></table>`,
      '',
      `${TITLE} - 白鹭园区网`,
    );
    expect(metadata).toMatchObject({ title: TITLE, published: '2024-06-05', outlet: '白鹭日报' });
    expect(text.split('\n')).toEqual([TITLE, '发布时间：2024-6-5 来源：白鹭日报 点击：123次', ...PARAGRAPHS]);
  });

  it('keeps the links of a table of data, and a page that holds links alone', async () => {
    const names = links('晨星科技有限公司', '远山食品有限公司', '蓝湾材料公司');
    const rows = names.map((name, i) => `<tr><td>${name}</td><td>${i + 1}亿元</td></tr>`).join('');
    const { text } = await read(
      `<h1>${TITLE}</h1>${BODY}<table><tr><td>企业名称</td><td>总投资</td></tr>${rows}</table>`,
    );
    expect(text).toContain('企业名称：晨星科技有限公司，总投资：1亿元。');
    expect((await read(`<table><tr><td>${names.join('<br>')}</td></tr></table>`)).text).toContain('远山食品');
  });
});

describe('an article that a page carries out of sight', () => {
  const loading = '<div id="app">正在加载，请稍候…</div>';
  const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
  const told = `"@type":"NewsArticle","headline":"${TITLE}","datePublished":"2024-06-05"`;

  it.each([
    [
      'within another thing',
      `{"@type":"WebPage","mainEntity":{${told},"articleBody":"${PARAGRAPHS.join('\\n')}"}}`,
    ],
    ['with its marks', `{${told},"articleBody":"${BODY}"}`],
    ['in a comment, with commas too many', `//<![CDATA[\n{${told},"articleBody":"${BODY}",}\n//]]>`],
    ['broken over lines', `<!--\n{${told},"articleBody":"${BODY.replace('</p>', '</p>\n')}"}\n-->`],
  ])('is read from JSON-LD: %s', async (_, json) => {
    const { text, metadata } = await read(loading, ld(json));
    expect(text.split('\n')).toEqual([TITLE, ...PARAGRAPHS]);
    expect(metadata.published).toBe('2024-06-05');
  });

  it('is read from the field that a script shows it from', async () => {
    const { text } = await read(`<h1>${TITLE}</h1><textarea style="display:none">${BODY}</textarea>`);
    expect(text.split('\n')).toEqual([TITLE, ...PARAGRAPHS]);
  });

  it('has no lines that lead to other articles', async () => {
    const { text } = await read(
      `<h1>${TITLE}</h1>${BODY.replace('</p>', '</p><p>相关阅读：<a href="/1">苍鹭集团开工</a></p>')}`,
    );
    expect(text.split('\n')).toEqual([TITLE, ...PARAGRAPHS]);
  });
});
