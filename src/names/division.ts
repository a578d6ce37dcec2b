/** A division's name taken apart: 恩施土家族苗族自治州 is stem 恩施, peoples 土家族苗族, class 自治州. What is absent is empty. */
export interface DivisionName {
  /** What is left to name it by; the whole name where the rest would be no name. */
  readonly stem: string;
  readonly peoples: string;
  readonly classWord: string;
}

/** The peoples that autonomous divisions are named after; 各 stands for several. */
const PEOPLES = [
  ...['维吾尔', '哈萨克', '柯尔克孜', '达斡尔', '塔吉克', '乌孜别克', '俄罗斯', '鄂温克', '鄂伦春', '塔塔尔'],
  ...[
    '蒙古',
    '布依',
    '朝鲜',
    '土家',
    '哈尼',
    '傈僳',
    '拉祜',
    '东乡',
    '纳西',
    '景颇',
    '仫佬',
    '布朗',
    '撒拉',
    '毛南',
  ],
  ...['仡佬', '锡伯', '阿昌', '普米', '德昂', '保安', '裕固', '独龙', '赫哲', '门巴', '珞巴', '基诺', '高山'],
  ...[
    '回',
    '藏',
    '苗',
    '彝',
    '壮',
    '满',
    '侗',
    '瑶',
    '白',
    '傣',
    '黎',
    '佤',
    '畲',
    '水',
    '土',
    '羌',
    '怒',
    '京',
    '各',
  ],
];

/** 回族 needs its 族, or 回 would be found in any name; 哈萨克自治州 goes without. */
const PEOPLE = PEOPLES.map((name) => (name.length === 1 ? `${name}族` : `${name}族?`)).join('|');
const AUTONOMOUS = new RegExp(`^(.{0,8}?)((?:${PEOPLE}){0,5})(自治[区州县旗])$`, 'u');
const PEOPLES_DISTRICT = new RegExp(`^(.{2,8}?)((?:${PEOPLE}){1,5})(区)$`, 'u');
// 林区, 矿区 and 新区 are a class for these few alone: 北林区 is the 区 of 北林, 清新区 that of 清新.
const SPECIAL_DISTRICT = /^(神农架|峰峰|鹰手营子|白云鄂博|井陉|浦东|滨海|沈北)(林区|矿区|新区)$/u;
const PLAIN = /^(.{2,20}?)(特别行政区|地区|省|市|县|区|旗|盟)$/u;

/** Classes as they stand behind a stem alone: 恩施州, 长阳县, 鄂温克旗, 管城区. An autonomous region has its stem only. */
const SHORT_CLASS: Readonly<Record<string, string>> = { 自治州: '州', 自治县: '县', 自治旗: '旗', 区: '区' };

/** Their stems name another division: 滨海 is 滨海县, 井陉 is 井陉县. */
const NEVER_BARE: ReadonlySet<string> = new Set(['滨海新区', '井陉矿区']);

/** The characters that a division's level is told by: 市委, 区人民医院. */
const LEVEL_WORDS = '省市县区';
const LEVEL_END = new RegExp(`[${LEVEL_WORDS}]$`, 'u');

/**
 * Take a division's name apart. A form that has no class word, or nothing but one (兴县, 矿区), is its own stem.
 *
 * Where one character or none would be left, the people's name stays with it: 内蒙古自治区 is 内蒙古, 鄂温克族自治旗 is 鄂温克.
 */
export function parseDivision(name: string): DivisionName {
  const [, stem = '', peoples = '', classWord = ''] =
    AUTONOMOUS.exec(name) ??
    PEOPLES_DISTRICT.exec(name) ??
    SPECIAL_DISTRICT.exec(name)?.toSpliced(2, 0, '') ??
    PLAIN.exec(name)?.toSpliced(2, 0, '') ??
    [];
  if (classWord === '') return { stem: name, peoples, classWord };
  const full = stem.length < 2 ? stem + peoples.replace(/族$/u, '') : stem;
  return full.length < 2 ? { stem: name, peoples: '', classWord: '' } : { stem: full, peoples, classWord };
}

/** A division's name without its peoples and its class word: 南昌市 → 南昌, 延边朝鲜族自治州 → 延边. Never a single character. */
export function bareDivision(name: string): string {
  return NEVER_BARE.has(name) ? name : parseDivision(name).stem;
}

/** Every form that a division goes by, its name first: 凉山彝族自治州, 凉山, 凉山州. */
export function divisionForms(name: string): string[] {
  const { peoples, classWord } = parseDivision(name);
  const bare = bareDivision(name);
  const short = peoples === '' && !classWord.startsWith('自治') ? undefined : SHORT_CLASS[classWord];
  return [...new Set([name, bare, ...(short === undefined ? [] : [bare + short])])];
}

/** A place's name without the character that tells its level, whether the list of divisions knows it or not. */
export function dropLevel(name: string): string {
  return name.length > 2 ? name.replace(LEVEL_END, '') : name;
}

const OF_ITS_PLACE = new RegExp(`^[${LEVEL_WORDS}](?!域|场|块|政工)`, 'u');

/** Whether a name begins with the level of a place that it does not name: 县妇联, 区人民医院; not 区域, 市场监管局. */
export function startsWithLevel(name: string): boolean {
  return OF_ITS_PLACE.test(name);
}
