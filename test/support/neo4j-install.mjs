// Fetches Neo4j Community from Maven Central into .cache/neo4j (or $YUANTU_NEO4J_HOME): `node test/support/neo4j-install.mjs`.
// Needs mvn and Java 17. A folder that is whole is left as it is. Prints the folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const NEO4J_VERSION = '5.26.12';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>yuantu</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_VERSION}</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>${NEO4J_VERSION}</version></dependency>
  </dependencies>
</project>
`;

/**
 * The folder with the server's jars, fetched if need be.
 *
 * @returns {string}
 * @throws {Error} when Java or Maven is missing, or Maven fails.
 */
export function installNeo4j() {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const home = process.env.YUANTU_NEO4J_HOME ?? join(root, '.cache', 'neo4j');
  const lib = join(home, `lib-${NEO4J_VERSION}`);
  if (existsSync(join(lib, 'complete'))) return lib;
  const work = mkdtempSync(join(tmpdir(), 'yuantu-neo4j-'));
  try {
    run('java', ['-version']);
    writeFileSync(join(work, 'pom.xml'), POM);
    mkdirSync(lib, { recursive: true });
    run('mvn', [
      '-B',
      '-q',
      '-f',
      work,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${lib}`,
      '-DincludeScope=runtime',
    ]);
    writeFileSync(join(lib, 'complete'), NEO4J_VERSION);
    return lib;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(command, parameters) {
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (error)
    throw new Error(`${command} cannot be started (${error.message}); Neo4j needs Java 17 and Maven here`);
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(installNeo4j());
