const PLAIN_WORD =
  /^(?:附属|关联|非?上市|控股|参股|母|子|分|供电|供水|自来水|客运|公交|旅行社|农商行|农商|农信|信用社|村镇|联合|报业|机场|地铁|烟草|股份|有限|责任|证券|物业|管理|保险|财产|资产|信息|电力|消费|日用品)/u;

/** Whether a text is made of these words, and such as a firm has for its kind, and nothing else. */
export function isMadeOf(text: string, trades: ReadonlySet<string>): boolean {
  if (text === '') return true;
  const plain = PLAIN_WORD.exec(text)?.[0];
  if (plain !== undefined && isMadeOf(text.slice(plain.length), trades)) return true;
  for (let length = Math.min(text.length, 6); length >= 2; length--)
    if (trades.has(text.slice(0, length)) && isMadeOf(text.slice(length), trades)) return true;
  return false;
}
