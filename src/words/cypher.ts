import type { Phrase } from './phrase.ts';

/** What is said of a statement by the embedded store, and its nouns. */
export const CYPHER: readonly Phrase[] = [
  ['{} (line {}, column {})', '{}（第 {} 行第 {} 列）'],
  ['{}; expected {}', '{}；应为{}'],
  ['{} is not expected here', '此处不应有 {}'],
  ['The statement ends here', '语句在此结束'],
  ['A statement cannot hold the character of code 0 (NUL)', '语句中不能有编码为 0 的字符（NUL）'],
  ['Expected the parameter {}, which is not given', '需要参数 {}，但没有给出'],
  ['The variable {} is not defined', '变量 {} 没有定义'],
  [
    "The types of a relationship are names with | between them here; write [r] and WHERE type(r) <> 'A'",
    "此处关系的类型应为用 | 隔开的名称；请写 [r] 和 WHERE type(r) <> 'A'",
  ],
  [
    '{} is {} and never equal to {}, which the embedded store would take for one another; write it in WHERE',
    '{} 是{}，不会等于{}，而内嵌图库会把两者混同；请写在 WHERE 中',
  ],
  [
    'A map is made of a node, a relationship or a map; the embedded store cannot see that this is one',
    '映射只能取自节点、关系或映射；内嵌图库看不出它是其中之一',
  ],
  [
    '{} goes over a list; the embedded store cannot see that this is one',
    '{} 要遍历列表；内嵌图库看不出这是列表',
  ],
  [
    '{}() asks something of each item; write {}(x IN list WHERE …)',
    '{}() 要对每一项提问；请写 {}(x IN list WHERE …)',
  ],
  [
    'The embedded store cannot reckon so much in one go; give parts of it names with WITH first',
    '内嵌图库不能一次算这么多；请先用 WITH 给各部分命名',
  ],
  ['reduce() begins with {}, and each step must give that again', 'reduce() 从{}开始，每一步也必须得出{1}'],
  [
    'The embedded store cannot see what this reduce() gives; reckon with one kind of value',
    '内嵌图库看不出这个 reduce() 的结果；请只用一种值计算',
  ],
  ['{}(*) is not known', '没有 {}(*)'],
  [
    'DISTINCT stands in functions over rows, such as count(DISTINCT x)',
    'DISTINCT 只用于对多行求值的函数，如 count(DISTINCT x)',
  ],
  ['size() takes no pattern; write COUNT { (a)--(b) }', 'size() 不能用于模式；请写 COUNT { (a)--(b) }'],
  ['This text has no closing quote', '文本缺少结束引号'],
  ['This name has no closing quote', '名称缺少结束引号'],
  ['{}() is not known to the embedded store; {}', '内嵌图库没有 {}()；{}'],
  [
    'percentileCont() takes floats here; write percentileCont(toFloat(x), 0.5)',
    'percentileCont() 此处需要浮点数；请写 percentileCont(toFloat(x), 0.5)',
  ],
  [
    'percentileDisc() takes numbers of one kind here; write toFloat(x) or toInteger(x) for x',
    'percentileDisc() 此处需要同一种数；请把 x 写成 toFloat(x) 或 toInteger(x)',
  ],
  [
    'The embedded store rounds to whole numbers; write round(x * 100) / 100',
    '内嵌图库只取整；请写 round(x * 100) / 100',
  ],
  ['write x <> x', '请写 x <> x'],
  [
    'reverse() takes no list straight from a node, on Neo4j too; write reverse([x IN n.xs | x])',
    'reverse() 不能直接用于节点上的列表，Neo4j 亦然；请写 reverse([x IN n.xs | x])',
  ],
  ['nullIf() takes two values', 'nullIf() 需要两个值'],
  ['write toString(x)', '请写 toString(x)'],
  ['write toInteger(x)', '请写 toInteger(x)'],
  ['write toFloat(x)', '请写 toFloat(x)'],
  ['write toBoolean(x)', '请写 toBoolean(x)'],
  ['say what a value is in the question itself', '请在语句里直接写明值的种类'],
  ['ids are made outside', '编号由外部生成'],
  ['keep x and y as numbers', '请把 x 和 y 存为数'],
  ['write trim(x)', '请写 trim(x)'],
  [
    'The embedded store splits text at a text that is written out and not empty; for its characters write [i IN range(0, size(text) - 1) | substring(text, i, 1)]',
    '内嵌图库只能按直接写出且不为空的文本切分；要逐字切分，请写 [i IN range(0, size(text) - 1) | substring(text, i, 1)]',
  ],
  [
    'The embedded store replaces a text that is written out and not empty',
    '内嵌图库只能替换直接写出且不为空的文本',
  ],
  [
    "write date({year: d.year, month: d.month, day: 1}), with d given by WITH date('…') AS d",
    "请写 date({year: d.year, month: d.month, day: 1})，其中 d 由 WITH date('…') AS d 给出",
  ],
  ['take its parts, d.year, d.month', '请取其部分：d.year、d.month'],
  ['compare the dates, or their parts', '请比较日期或其部分'],
  ['There is no function {} that the embedded store knows', '内嵌图库没有函数 {}'],
  ['{}() takes {} arguments, and not {}', '{}() 需要 {} 个参数，而不是 {} 个'],
  [
    '{}() takes {}, and cannot see that it gets them from a list of several kinds',
    '{}() 需要{}，而列表中有几种值，看不出是否相符',
  ],
  [
    '{} takes {}, and cannot see that it gets them from a list of several kinds',
    '{} 需要{}，而列表中有几种值，看不出是否相符',
  ],
  ['{}() does not take {}', '{}() 不能用于{}'],
  ['{} does not take {}', '{} 不能用于{}'],
  [
    '{}() takes {}, and the embedded store cannot see that it gets them; write {}(toFloat(x)) or {}(toString(x))',
    '{}() 需要{}，而内嵌图库看不出是否相符；请写 {}(toFloat(x)) 或 {}(toString(x))',
  ],
  ['{}() takes {}; the embedded store cannot see that this is one', '{}() 需要{}；内嵌图库看不出是否相符'],
  [
    'range() takes integers; write range(toInteger(a), toInteger(b))',
    'range() 需要整数；请写 range(toInteger(a), toInteger(b))',
  ],
  [
    'The step of range() is an integer that is written out, and not 0',
    'range() 的步长应为直接写出的整数，且不为 0',
  ],
  [
    "toBoolean() takes a text here, or a number that is written out; write x <> 0 or x = 'true'",
    "toBoolean() 此处需要文本，或直接写出的数；请写 x <> 0 或 x = 'true'",
  ],
  [
    'Times with offsets are compared by the embedded store as moments; compare toString(a) with toString(b)',
    '内嵌图库把带时区的时间当作时刻比较；请比较 toString(a) 与 toString(b)',
  ],
  [
    'The embedded store compares lists only of values that are no null and of one kind, and no lists in lists; compare their items',
    '内嵌图库只比较没有 null、只含一种值、没有嵌套的列表；请比较其中各项',
  ],
  [
    'The embedded store does not compare these maps; compare what is under their keys',
    '内嵌图库不能比较这些映射；请比较各键的值',
  ],
  [
    'The embedded store does not order {} with {}; compare numbers, texts or dates',
    '内嵌图库不能给{}和{}排先后；请比较数、文本或日期',
  ],
  [
    'The embedded store cannot see whether these are numbers or texts; compare toInteger(x), toFloat(x) or toString(x)',
    '内嵌图库看不出这些是数还是文本；请比较 toInteger(x)、toFloat(x) 或 toString(x)',
  ],
  ['IN takes a list; the embedded store cannot see that this is one', 'IN 需要列表；内嵌图库看不出这是列表'],
  [
    'Times with offsets are not looked for in lists by the embedded store; compare toString(x)',
    '内嵌图库不在列表中查找带时区的时间；请比较 toString(x)',
  ],
  [
    'The embedded store cannot see whether these are numbers or texts; write toString(x) or toFloat(x)',
    '内嵌图库看不出这些是数还是文本；请写 toString(x) 或 toFloat(x)',
  ],
  ['+ does not take {} and {} together', '+ 不能把{}和{}相加'],
  [
    'The embedded store cannot see whether numbers, texts or lists are added here; write toString(x), toFloat(x) or [x]',
    '内嵌图库看不出此处相加的是数、文本还是列表；请写 toString(x)、toFloat(x) 或 [x]',
  ],
  [
    '|| joins two texts or two lists; the embedded store cannot see that these are',
    '|| 连接两个文本或两个列表；内嵌图库看不出是否相符',
  ],
  ['|| joins two texts or two lists', '|| 连接两个文本或两个列表'],
  ['The embedded store cannot reckon {} {} {}', '内嵌图库不能计算 {} {} {}'],
  ['{} does not take a duration here; write the duration first', '{} 此处不能用时长；请把时长写在前面'],
  ['This is nested more than {} deep', '嵌套超过 {} 层'],
  [
    'IS :: and IS NORMALIZED are not known to the embedded store; compare toInteger(x) or toString(x) with x instead',
    '内嵌图库没有 IS :: 和 IS NORMALIZED；请比较 toInteger(x) 或 toString(x) 与 x',
  ],
  ['{} is no number', '{} 不是数'],
  [
    'A CASE of a value takes values alone here; write CASE WHEN x > 1 THEN … instead',
    '对一个值的 CASE 此处只能列出值；请写 CASE WHEN x > 1 THEN …',
  ],
  ['A WHEN takes one value here; write a WHEN for each', '此处一个 WHEN 只能有一个值；请各写一个 WHEN'],
  [
    'A group of a pattern that repeats, ((a)-->(b)){1,3}, is not known to the embedded store; write (a)-[*1..3]->(b)',
    '内嵌图库没有重复的模式组 ((a)-->(b)){1,3}；请写 (a)-[*1..3]->(b)',
  ],
  [
    'A pattern that repeats as a group is not known to the embedded store; write (a)-[*1..3]->(b)',
    '内嵌图库没有成组重复的模式；请写 (a)-[*1..3]->(b)',
  ],
  ['<-->, in both directions, is written --', '双向的 <--> 请写作 --'],
  [
    'A label that is worked out, :$(…), is not known to the embedded store; write labels(n)',
    '内嵌图库没有计算所得的标签 :$(…)；请用 labels(n)',
  ],
  [
    'The embedded store has one Cypher, without options; leave CYPHER and its options out',
    '内嵌图库只有一种 Cypher，没有选项；请去掉 CYPHER 及其选项',
  ],
  ['This statement is empty', '语句是空的'],
  ['The embedded store shows its INDEXES and its CONSTRAINTS', '内嵌图库可显示 INDEXES 和 CONSTRAINTS'],
  [
    'SHOW gives whole rows here; leave out what follows, and choose among the rows',
    'SHOW 此处给出整行；请去掉后面的部分，再从行中挑选',
  ],
  ['The embedded store has one graph; leave USE out', '内嵌图库只有一个图谱；请去掉 USE'],
  ['LOAD CSV is not allowed here', '此处不允许 LOAD CSV'],
  [
    'Match modes are not known to the embedded store; leave DIFFERENT RELATIONSHIPS out, which is how it matches',
    '内嵌图库没有匹配方式；请去掉 DIFFERENT RELATIONSHIPS，它本来就这样匹配',
  ],
  ['The embedded store takes no hints; leave USING out', '内嵌图库不接受提示；请去掉 USING'],
  [
    'A value is of another kind than is taken there: a number, a text, a list and a map are not taken for one another',
    '值的种类不符：数、文本、列表、映射不能互相代替',
  ],
  [
    'The embedded store cannot reckon with values of these kinds together; make them one kind first, with toString(x), toInteger(x) or [x]',
    '内嵌图库不能把这几种值放在一起计算；请先用 toString(x)、toInteger(x) 或 [x] 化为一种',
  ],
  [
    'The embedded store does not write floats of ten million and more, or below a thousandth, as text; round them, or write toInteger(x)',
    '内嵌图库不能把一千万以上或千分之一以下的浮点数写成文本；请取整，或写 toInteger(x)',
  ],
  [
    'The embedded store does not know a slice that counts from the end; write list[size(list) - 2..]',
    '内嵌图库没有从末尾数起的切片；请写 list[size(list) - 2..]',
  ],
  [
    'A slice that counts from the end, such as list[-2..], is not known to the embedded store; write list[size(list) - 2..]',
    '内嵌图库没有从末尾数起的切片，如 list[-2..]；请写 list[size(list) - 2..]',
  ],
  [
    '{} in a regular expression is not known to the embedded store, or means another thing to it; write STARTS WITH, ENDS WITH, CONTAINS or NOT for what it asks',
    '内嵌图库没有正则表达式中的 {}，或含义不同；请改用 STARTS WITH、ENDS WITH、CONTAINS 或 NOT',
  ],
  [
    'The embedded store takes a regular expression that is written out, with \\\\ for each backslash, or a parameter',
    '内嵌图库只接受直接写出的正则表达式（每个反斜杠写作 \\\\）或参数',
  ],
  ['Two columns are called {}; name them apart with AS', '有两列都叫 {}；请用 AS 分别命名'],
  [
    'What WITH hands on needs a name; write AS name after it',
    'WITH 传下去的内容需要名称；请在其后写 AS 名称',
  ],
  ['SKIP and LIMIT take an integer that is not negative', 'SKIP 和 LIMIT 需要不为负的整数'],
  [
    'The embedded store has no procedure {}; it has db.labels, db.relationshipTypes, db.propertyKeys and db.index.fulltext.queryNodes',
    '内嵌图库没有过程 {}；有 db.labels、db.relationshipTypes、db.propertyKeys 和 db.index.fulltext.queryNodes',
  ],
  [
    '{} before a value takes a number; the embedded store cannot see that this is one',
    '值前的 {} 需要数；内嵌图库看不出这是数',
  ],
  ['{} has no properties', '{}没有属性'],
  [
    'The embedded store does not tell the parts of a duration; compare the dates',
    '内嵌图库不能取时长的部分；请比较日期',
  ],
  [
    'A part of a date is taken of a date that has a name; write WITH date(…) AS d first',
    '取日期的部分须先给日期命名；请先写 WITH date(…) AS d',
  ],
  ['There is no {} of it that the embedded store knows; there are {}', '内嵌图库没有它的 {}；有 {}'],
  ['{} has no items', '{}没有项'],
  [
    'An item is taken from a list by an integer, from a map by a text; the embedded store cannot see that these are so',
    '从列表取项用整数，从映射取项用文本；内嵌图库看不出是否相符',
  ],
  [
    'A slice is taken of a list; the embedded store cannot see that this is one',
    '切片只能取自列表；内嵌图库看不出这是列表',
  ],
  ['The ends of a slice are integers', '切片的两端应为整数'],
  [
    'A label is asked of a node, a type of a relationship; the embedded store cannot see that this is one',
    '标签只能问节点，类型只能问关系；内嵌图库看不出是否相符',
  ],
  ['{} is larger than an integer can be', '{} 超出整数的范围'],
  [
    "{} is not a date that the embedded store knows; write date('2024-05-28')",
    "{} 不是内嵌图库认识的日期；请写 date('2024-05-28')",
  ],
  [
    'The pattern meets too many rows at once for the embedded store; start it from a named node, or write the chain (a)--(b)--(c) as (a)--(b), (b)--(c).',
    '模式一次匹配的行太多，内嵌图库无法处理；请从一个指明的节点开始，或把 (a)--(b)--(c) 写成 (a)--(b), (b)--(c)。',
  ],
  [
    'The embedded store cannot carry this statement out; put it otherwise ({}).',
    '内嵌图库无法执行这条语句；请换个写法（{}）。',
  ],
  [
    "The embedded store searches the full-text index 'names' for a string or a parameter, without options: CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score.",
    "内嵌图库在全文索引 'names' 中搜索文本或参数，不带选项：CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score。",
  ],
  ['a truth value', '真假值'],
  ['a number', '数'],
  ['text', '文本'],
  ['a list', '列表'],
  ['a map', '映射'],
  ['a node', '节点'],
  ['a relationship', '关系'],
  ['a path', '路径'],
  ['a date or time', '日期或时间'],
  ['a duration', '时长'],
  [
    'COLLECT { } is not known to the embedded store; write OPTIONAL MATCH … and collect(x)',
    '内嵌图库没有 COLLECT { }；请写 OPTIONAL MATCH … 和 collect(x)',
  ],
  [
    'In {} { } the embedded store takes MATCH and WHERE alone; leave RETURN out, and say the rest in the patterns and in WHERE',
    '内嵌图库的 {} { } 中只能有 MATCH 和 WHERE；请去掉 RETURN，其余写在模式和 WHERE 中',
  ],
  [
    "The embedded store makes plain indexes, CREATE INDEX name FOR (n:A) ON (n.x); its full-text index 'names' it keeps by itself",
    "内嵌图库只建普通索引 CREATE INDEX name FOR (n:A) ON (n.x)；全文索引 'names' 由它自己维护",
  ],
  [
    'A query cannot end with {}; say with RETURN what it should give',
    '语句不能以 {} 结束；请用 RETURN 写明要返回什么',
  ],
  [
    'The embedded store seeks the shortest path first and asks the WHERE of it afterwards. Name the relationship types in the pattern, or write MATCH p = (a)-[*..5]-(b) WHERE … RETURN p ORDER BY length(p) LIMIT 1',
    '内嵌图库先找最短路径，再用 WHERE 检验它。请在模式中写明关系类型，或写 MATCH p = (a)-[*..5]-(b) WHERE … RETURN p ORDER BY length(p) LIMIT 1',
  ],
];
