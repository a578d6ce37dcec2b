// Sums the JSON reports of test runs: `node .ci/summary.mjs REPORT…`. Exit 1 when one is missing, or a test failed or was skipped.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const count = { passed: 0, failed: 0, skipped: 0 };

for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    console.log(`no report: ${path}`);
    count.failed++;
    continue;
  }
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  for (const { name, status, message, assertionResults } of testResults) {
    const bad = assertionResults.filter((test) => test.status !== 'passed');
    count.passed += assertionResults.length - bad.length;
    for (const test of bad) {
      count[test.status === 'failed' ? 'failed' : 'skipped']++;
      console.log(`${test.status}: ${relative('.', name)}: ${test.fullName}`);
    }
    // A file that could not be loaded has no tests to fail.
    if (status === 'failed' && !bad.some((test) => test.status === 'failed')) {
      count.failed++;
      console.log(`failed: ${relative('.', name)}: ${message}`);
    }
  }
}

console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.passed > 0 && count.failed === 0 && count.skipped === 0 ? 0 : 1;
