import { describe, expect, it } from 'vitest';
import { PHRASES, toChinese } from '../../src/words/chinese.ts';
import { PARSERS } from '../../src/words/program.ts';
import { messagesIn } from '../support/messages.ts';

/** Where prose is none of the program's messages: formats of files, titles of routes and columns, which have both languages beside them or none. */
const NO_MESSAGES = [
  /^words\//u,
  /^cli\/words\.ts$/u,
  /^contract\//u,
  /^cli\/digest-page\.ts$/u,
  /^eval\//u,
  /^exchange\/(?:[\w-]+\/write|graph)\.ts$/u,
  /^server\/(?:docs-page|openapi|metrics|routes\/sign-in)\.ts$/u,
  /^read\/apart\/process\.ts$/u,
  /^exchange\/xlsx\/sheets\.ts$/u,
  /^model\/(?:schema|indicator)\.ts$/u,
  /^server\/security\.ts$/u,
];

/** Calls, headers and names of functions, which have no language. */
const NO_LANGUAGE =
  /^(?:wrong Company:A |add Company:A |article ID |Bearer realm|(?:year quarter|hour minute|offsetMinutes|offset timezone|epochMillis)\b)/u;

describe('what the program says in Chinese', () => {
  it.each([
    ['is empty', '是空的'],
    [
      'a.txt: UTF-8 in part, save it as UTF-8: the bytes are no UTF-8 in 56 places, from byte 510 on',
      'a.txt：只有一部分是 UTF-8，请另存为 UTF-8：有 56 处字节不是 UTF-8，首处在第 510 字节',
    ],
    [
      'the bytes are no GB18030 in 1 place, from byte 5 on: U+FFFD stands there',
      '有 1 处字节不是 GB18030，在第 5 字节：以 U+FFFD 代替',
    ],
    ['news: no such file or folder', 'news：没有这个文件或文件夹'],
    [
      'nothing could be read; the first of 2: a.txt: is empty',
      '什么也没能读取；共 2 项，首项：a.txt：是空的',
    ],
    [
      'seeds/zones.csv:3: level "区" is none; write 国家, 省 or nothing',
      'seeds/zones.csv:3：没有“区”这个级别；请写 国家、省 或留空',
    ],
    [
      'RETURN is not expected here; expected ) after a node (line 1, column 15)',
      '此处不应有 RETURN；应为节点之后的 )（第 1 行第 15 列）',
    ],
    [
      'size() takes text or a list; the embedded store cannot see that this is one',
      'size() 需要文本或列表；内嵌图库看不出是否相符',
    ],
    [
      'no article tells investment 5 of 晨星科技; investment told of it: 7, 9',
      '没有文章说到 晨星科技 的 investment 为 5；文章说到它的 investment 有：7, 9',
    ],
    ["error: unknown option '--wach'", '错误：没有选项“--wach”'],
  ])('%s → %s', (english, chinese) => {
    expect(toChinese(english)).toBe(chinese);
  });

  it.each(['晨星科技', 'ENOTEMPTY: directory not empty', 'Research or Development', ''])(
    'leaves what nobody here wrote as it is: %j',
    (text) => {
      expect(toChinese(text)).toBe(text);
    },
  );
});

describe('every message is there in both languages', () => {
  const messages = messagesIn((file) => !NO_MESSAGES.some((pattern) => pattern.test(file)));
  const english = new Set(PHRASES.map(([en]) => en));

  it('each of the source has its Chinese', () => {
    // A part of a message is said in the whole of it.
    const isPart = (text: string) =>
      PHRASES.some(([en]) => text.split('{}').every((piece) => en.includes(piece.trim())));
    const isMissing = (text: string) => toChinese(text) === text && !isPart(text);
    const missing = messages.filter(
      ({ text, isProse }) =>
        isProse && !NO_LANGUAGE.test(text) && isMissing(text.replaceAll('{}', '7')) && isMissing(text),
    );
    expect(missing.map(({ place, text }) => `${place} ${JSON.stringify(text)}`)).toEqual([]);
  });

  it('each Chinese one fills in as many things, and is written with the punctuation of Chinese', () => {
    const wrong = PHRASES.filter(([en, zh]) => {
      const holes = en.split('{}').length - 1;
      const named = new Set([...zh.matchAll(/\{([1-9])\}/gu)].map(([, number]) => Number(number)));
      const free = zh.split('{}').length - 1;
      return named.size === 0 ? free !== holes : Math.max(free, ...named) > holes;
    });
    expect(wrong).toEqual([]);
    expect(
      PHRASES.filter(([, zh]) =>
        /\p{Script=Han}[,;:!?] |\p{Script=Han}[,;!?]/u.test(
          zh.replaceAll('编号,正文,标题,日期,媒体,作者,链接', ''),
        ),
      ),
    ).toEqual([]);
  });

  it('none is there twice, and each is said somewhere', () => {
    expect(PHRASES.map(([en]) => en).filter((en, i, all) => all.indexOf(en) !== i)).toEqual([]);
    const others = new Set(PARSERS.map(([en]) => en));
    const said = new Set(messages.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []));
    const stale = [...english].filter(
      (en) => !others.has(en) && en.match(/\p{L}+/gu)?.some((word) => !said.has(word)),
    );
    expect(stale).toEqual([]);
  });
});
