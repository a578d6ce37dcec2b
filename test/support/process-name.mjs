// A process that says, with a tab between, how a load would name it and whether it takes the process named NAME for gone; then it
// lives until it is killed or its input ends: `node process-name.mjs NAME`.
import { isGone, nameProcess } from '../../.compiled/store/neo4j/process.js';

console.log(`${nameProcess()}\t${isGone(process.argv[2])}`);
process.stdin.resume();
process.stdin.once('end', () => process.exit());
