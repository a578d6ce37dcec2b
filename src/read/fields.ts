/** What a table of articles, or a line of JSON, tells of one. */
export const FIELDS = ['id', 'text', 'title', 'published', 'outlet', 'author', 'url'] as const;

export type Field = (typeof FIELDS)[number];

/** Heads of columns and names of what a line holds, in lower case and without blanks and what goes before them (新闻标题, 报道媒体). */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', '编号', '序号', '编码'],
  text: [
    'text',
    '正文',
    '正文内容',
    '正文文本',
    '内容',
    '全文',
    '全文内容',
    '文本',
    'content',
    'body',
    'article',
  ],
  title: ['title', '标题', '题目', 'headline'],
  published: [
    ...['published', '日期', '时间', '年月日', 'date', 'pubdate', 'pub_date', 'pubtime', 'pub_time'],
    ...['publish_time', 'publishtime', 'publish_date', 'publishdate', 'published_at', 'datepublished'],
  ],
  outlet: [
    ...[
      'outlet',
      '媒体',
      '来源',
      '媒体名称',
      '来源媒体',
      '报纸',
      '媒体来源',
      '来源网站',
      '来源平台',
      '网站',
      '公众号',
    ],
    ...['source', 'media', 'media_name', 'publisher', 'site'],
  ],
  author: ['author', '作者', '记者', '作者姓名', 'authors'],
  url: ['url', '链接', '网址', '地址', '链接地址', 'link'],
};
const BEFORE = /^(?:新闻|文章|稿件|报道|原文|信息|发布|发表|刊发|刊登|发稿|见报|\*)(?=.)/u;

/** Where each field stands among names: of several that may be it, the one that is named first. */
export function findFields(names: readonly string[]): Readonly<Partial<Record<Field, number>>> {
  const whole = names.map((name) => name.replace(/\s+/gu, '').toLowerCase());
  const bare = whole.map((name) => name.replace(BEFORE, ''));
  const found: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const at = [whole, bare].flatMap((all) => NAMES[field].map((name) => all.indexOf(name)));
    const first = at.find((index) => index >= 0);
    if (first !== undefined) found[field] = first;
  }
  return found;
}

/** Whether an id only counts the rows of its own file. */
export const isRunning = (name: string): boolean => name.replace(/\s+/gu, '') === '序号';
