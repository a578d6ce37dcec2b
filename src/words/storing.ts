import type { Phrase } from './phrase.ts';

/** What the stores say, beside what is wrong with a statement. */
export const STORING: readonly Phrase[] = [
  ['A node has the labels {}; expected one of {}.', '节点的标签为 {}；应为 {} 之一。'],
  [
    'Node {} has the labels {}, which no statement under cypher/write writes; see cypher/README.md.',
    '节点 {} 的标签为 {}，cypher/write 中没有写入它的语句；见 cypher/README.zh.md。',
  ],
  [
    'Relationship {} has the property {}, which {} has not in the schema; add it there.',
    '关系 {1} 有属性 {2}，而模式中 {3} 没有；请在模式中加上。',
  ],
  [
    'cypher/{}.cypher cannot be read; is the installation whole?',
    '无法读取 cypher/{}.cypher；安装是否完整？',
  ],
  [
    '{} is not as it was written; delete it, and the next build reads the whole store',
    '{} 已不是写入时的样子；请删除它，下次构建会读取整个图库',
  ],
  [
    'cypher/{}.cypher wrote {} of {} rows; nothing was kept.',
    'cypher/{}.cypher 写入了 {3} 行中的 {2} 行；已全部撤回。',
  ],
  [
    'Relationship {} ({})-[:{}]->({}) lacks its end {}, which is neither in the store nor in the change ({} missing in all); nothing was written. Write the nodes first, or build anew.',
    '关系 {} ({})-[:{}]->({}) 缺少一端 {}，图库和本次变更中都没有（共缺 {} 个）；未写入任何内容。请先写入节点，或重新构建。',
  ],
  ['An end is missing of a relationship that is not in the change.', '缺少一端的关系不在本次变更中。'],
  [
    'store/sandbox/process.js is not there; run npm run build.',
    '没有 store/sandbox/process.js；请运行 npm run build。',
  ],
  ['The process for questions failed: {}', '查询进程出错：{}'],
  ['The process for questions ended unexpectedly ({}); ask again.', '查询进程意外退出（{}）；请重试。'],
  ['The process for questions cannot be reached: {}', '无法连接查询进程：{}'],
  ['the process for questions gave no answer', '查询进程没有应答'],
  [
    '{} questions are being answered and {} wait; ask again in a moment.',
    '正在处理 {} 个查询，另有 {} 个等待；请稍后再试。',
  ],
  [
    'The answer is {} MB large, more than the {} MB allowed; return fewer rows or properties.',
    '结果有 {} MB，超过允许的 {} MB；请少返回一些行或属性。',
  ],
  [
    'The query took longer than {} s and was stopped; name more of what it starts from, or add a LIMIT.',
    '查询超过 {} 秒，已中止；请写明更多起点，或加上 LIMIT。',
  ],
  ['The query took longer than {} ms.', '查询超过 {} 毫秒。'],
  [
    'The query took longer than allowed and was stopped; name more of what it starts from, or add a LIMIT.',
    '查询超时，已中止；请写明更多起点，或加上 LIMIT。',
  ],
  [
    'The query took longer than allowed and was given up, though the server had not stopped it yet; name more of what it starts from, or make shorter lists.',
    '查询超时，已放弃，但服务器尚未停止它；请写明更多起点，或缩短列表。',
  ],
  [
    'The query needs more than the {} MB of memory allowed and was stopped; return or collect less at once.',
    '查询所需内存超过允许的 {} MB，已中止；请一次少返回或少收集一些。',
  ],
  ['The query needs more memory than Neo4j gives it: {}', '查询所需内存超过 Neo4j 的限额：{}'],
  [
    'LOAD CSV reads files of this machine and is not allowed; use `yuantu build` or `yuantu restore` to bring data in.',
    'LOAD CSV 会读取本机文件，不允许使用；请用 `yuantu build` 或 `yuantu restore` 导入数据。',
  ],
  [
    'LOAD CSV reads files and addresses outside the graph and is not allowed here; bring data in with `yuantu build` or `yuantu restore`.',
    'LOAD CSV 会读取图谱之外的文件和地址，此处不允许；请用 `yuantu build` 或 `yuantu restore` 导入数据。',
  ],
  [
    'This statement writes ({}), and only reading is allowed here; on the command line, --write allows it.',
    '这条语句会写入（{}），而此处只允许读取；在命令行可用 --write 放行。',
  ],
  [
    'This statement writes, and only reading is allowed here; on the command line, --write allows it.',
    '这条语句会写入，而此处只允许读取；在命令行可用 --write 放行。',
  ],
  ['its counters say so', '据其计数'],
  ['it changes the schema', '会改变模式'],
  ['{} cannot be written: {}; the graph is as it was.', '{} 无法写入：{}；图谱保持原样。'],
  [
    '{} is held by another process: an embedded store is open in one at a time. Stop that process (a `yuantu serve`, perhaps), or ask it.',
    '{} 正被另一进程占用：内嵌图库同时只能由一个进程打开。请停止那个进程（也许是 `yuantu serve`），或通过它查询。',
  ],
  [
    'There is no graph at {}; make one with `yuantu build PATH`.',
    '{} 处没有图谱；请用 `yuantu build 路径` 构建。',
  ],
  [
    '{} is not a Grafeo database; name another file, or move this one away.',
    '{} 不是 Grafeo 数据库；请另指定文件，或把它移走。',
  ],
  [
    '{} is not there, but its log beside it, .wal, is; put the file back, or move the log away to begin anew.',
    '没有 {}，但旁边有它的日志 .wal；请放回文件，或移走日志重新开始。',
  ],
  ['The store is open for reading only.', '图库以只读方式打开。'],
  ['{} is open for reading only.', '{} 以只读方式打开。'],
  ['The embedded store at {} failed: {}', '内嵌图库 {} 出错：{}'],
  [
    'Neo4j at {} refuses log-ins for a while after several wrong ones; wait, then give the right password.',
    '多次登录失败后，{} 的 Neo4j 会暂时拒绝登录；请稍候，再用正确的密码。',
  ],
  [
    'Neo4j at {} does not know this user and password; set NEO4J_USER and NEO4J_PASSWORD.',
    '{} 的 Neo4j 不认识该用户名和密码；请设置 NEO4J_USER 和 NEO4J_PASSWORD。',
  ],
  [
    "The password for {} has to be changed first: ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'.",
    "须先更改 {} 的密码：ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'。",
  ],
  ['Neo4j at {} does not allow it: {}', '{} 的 Neo4j 不允许：{}'],
  ['{} Name another with --database, or make it.', '{} 请用 --database 另指定，或新建它。'],
  [
    '{} holds data or a schema that does not fit; drop what is named here (DROP INDEX or DROP CONSTRAINT) or mend the data, and run this again: {}',
    '{} 的数据或模式不相容；请删去此处所指的索引或约束（DROP INDEX、DROP CONSTRAINT），或修正数据，再重新运行：{}',
  ],
  ['Neo4j at {} failed: {}', '{} 的 Neo4j 出错：{}'],
  [
    'Neo4j at {} shows a certificate that this machine does not trust ({}). Name the file of who signed it in NODE_EXTRA_CA_CERTS, or take it as it is with +ssc in place of +s.',
    '{} 的 Neo4j 出示的证书不受本机信任（{}）。请在 NODE_EXTRA_CA_CERTS 中指定签发者的文件，或把 +s 换成 +ssc 直接接受。',
  ],
  [
    'With +s and +ssc it must speak TLS; neo4j:// and bolt:// speak without.',
    '用 +s 和 +ssc 时对方须使用 TLS；neo4j:// 和 bolt:// 不用 TLS。',
  ],
  ['If it only speaks TLS, say neo4j+s:// or bolt+s://.', '若对方只用 TLS，请写 neo4j+s:// 或 bolt+s://。'],
  [
    'No Neo4j answers at {} ({}); is it started, and are the address and port right? {}',
    '{} 没有 Neo4j 应答（{}）；是否已启动，地址和端口是否正确？{}',
  ],
  [
    '{} has an index called {} that is not ours; drop it (DROP INDEX {}) and run this again.',
    '{} 中名为 {} 的索引不是本程序的；请删去（DROP INDEX {}），再重新运行。',
  ],
  ['Neo4j at {} does not answer; is it busy, or stopped?', '{} 的 Neo4j 没有应答；是否繁忙或已停止？'],
  ['{} is being written to all the time; try again.', '{} 一直有写入；请稍后再试。'],
  ['{} is {}; Yuantu needs Neo4j {} or newer.', '{} 是 {}；园图需要 Neo4j {} 或更新的版本。'],
  [
    'Another process took this load over in {}; run the build again.',
    '另一进程已接管 {} 的写入；请重新构建。',
  ],
  ['another process', '另一进程'],
  [
    'A load is being written to {} by {}; try again when it is done. If that process is gone, the next build completes the load.',
    '{2} 正在写入 {1}；请待其完成后再试。若那个进程已不在，下一次构建会完成写入。',
  ],
  [
    'The graph in {} was changed by another process after this one had read it. Nothing was written; run the build again.',
    '{} 的图谱在本进程读取之后被另一进程改动。未写入任何内容；请重新构建。',
  ],
  [
    '{} relationships lacked an end when they were written (does something else delete nodes?); {}.',
    '写入时有 {} 条关系缺少一端（是否有别的程序在删除节点？）；{}。',
  ],
  ['the rest was written; build again', '其余已写入，请重新构建'],
  ['nothing was written', '未写入任何内容'],
  [
    "A range of {} numbers is made as one list, which may take the server's memory; write UNWIND range(…) AS i, or at most {} numbers.",
    '{} 个数会生成一个列表，可能占满服务器内存；请写 UNWIND range(…) AS i，或至多 {} 个数。',
  ],
  ['USE asks another database', 'USE 会查询另一个数据库'],
  ['name one with --database in place of USE', '请用 --database 指定，不要用 USE'],
  ['The function {} is not known to only read', '函数 {} 未必只读'],
  ['use functions of Cypher itself', '请用 Cypher 自带的函数'],
  ['The procedure {} is not among those that may be called here', '过程 {} 不在允许调用之列'],
  ['{} administers, or is not known to only read', '{} 用于管理，或未必只读'],
  ['This statement administers', '这条语句用于管理'],
  [
    '{}, and only reading is allowed here. {}. On the command line, --write allows the rest.',
    '{}，而此处只允许读取。{}。其余的在命令行可用 --write 放行。',
  ],
  [
    'A question may read the graph (MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL { }, RETURN), call the procedures that cypher/README.md lists, and SHOW INDEXES, CONSTRAINTS, FUNCTIONS or PROCEDURES',
    '查询可以读取图谱（MATCH、OPTIONAL MATCH、UNWIND、WITH、CALL { }、RETURN），调用 cypher/README.zh.md 所列的过程，以及 SHOW INDEXES、CONSTRAINTS、FUNCTIONS、PROCEDURES',
  ],
];
