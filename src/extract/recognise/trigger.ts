/** Words that tell of a name nearby, and where in a document they stand. */
export interface Trigger {
  readonly name: string;
  /** Whether one of the words lies within [start, end). */
  readonly within: (start: number, end: number) => boolean;
}

const WORDS: Readonly<Record<string, string>> = {
  build: '建设 开工 建成 投产 封顶 竣工 兴建 施工 扩建',
  settle: '落户 入驻 落地 引进 签约 引入 招引 吸引',
  invest: '投资 亿元 万元 增资 收购',
  people: '董事长 总经理 负责人 总裁 经理 局长 书记 主任 创始人',
  visit: '走进 来到 走访 考察 调研 参观',
  class: '企业 公司 龙头 品牌 厂商',
  project: '项目 工程 基地 园',
  say: '说 介绍 表示 称',
  coop: '合作 协议 携手 联合 与 和',
};
const TRIGGERS = Object.entries(WORDS).map(([name, words]) => ({ name, words: words.split(' ') }));

/** The triggers of a document: each word is looked for once, whatever stretches are asked about. */
export function findTriggers(text: string): Trigger[] {
  return TRIGGERS.map(({ name, words }) => {
    // For each offset, where the last of the words begins that ends there or before; -1 while none does.
    const begins = new Int32Array(text.length + 1).fill(-1);
    for (const word of words)
      for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1))
        begins[i + word.length] = Math.max(i, begins[i + word.length] as number);
    for (let i = 1; i <= text.length; i++) begins[i] = Math.max(begins[i] as number, begins[i - 1] as number);
    return {
      name,
      within: (start, end) => (begins[Math.min(end, text.length)] as number) >= Math.max(0, start),
    };
  });
}
