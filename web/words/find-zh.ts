import type { FindWords } from './find-words.ts';

/** What the interface says where texts are searched, things are compared and places are on a map, in Chinese. */
export const find: FindWords = {
  inTexts: (articles) => (articles === 0 ? '没有文章写到这些词。' : `${articles} 篇文章的正文写到`),
  allTexts: (articles) => `正文写到的全部 ${articles} 篇文章`,
  sentence: '原句',
  sentences: '依据数',
  openRow: (name) => `${name}的原句`,
  shared: (what, count) => `共有的${what} ${count}`,
  largest: '投资最大的项目',
  group: (companies) => `含下属 ${companies} 家公司`,
  below: '下属公司',
  mapHint: '圆点越大，所在地的项目投资（或项目）越多；点开即是该地全景。',
  mapSource: '位置为各地政府驻地，多取自 GeoNames（CC BY 4.0），其余 86 处手工标定；不绘边界。',
  level: '级别',
  levels: { province: '省级', city: '地级' },
  measure: '大小',
  projects: (count) => `${count} 个项目`,
  noPlaces: '还没有哪个省市有项目。',
  unplaced: (places) => `另有 ${places} 处（县区等）不在图上，已计入所属省市。`,
  league: (title) => `${title}排行`,
  narrow: (shown) => `只列出前 ${shown} 篇，加一个词可缩小范围。`,
};
