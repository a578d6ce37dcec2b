import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { commandsOf, runInShell } from './readme.ts';

/** What a walk through the README stands on. */
export interface Walk {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Those that are left out. */
  readonly without: RegExp;
  /** What stands where the README has a place, an address or a secret of the reader's own. */
  readonly filled?: readonly (readonly [string, string])[];
}

const ADDRESS = /^Yuantu is at (\S+)/u;
const NEWS = '2024年6月5日，力元新能源科技有限公司投资5亿元的电池材料项目在宜春经开区开工。';

/** What a command that goes on until it is stopped says when it is there. */
const GOES_ON: readonly (readonly [RegExp, RegExp])[] = [
  [/ start$| serve\b/u, ADDRESS],
  [/ --watch /u, /waiting for changes/u],
];

/**
 * Runs the commands of README.md as they stand, in their order, in a folder with news of the reader's own; those under a heading that
 * needs a server meet one. Gives those that ended otherwise than with 0, or than by being stopped, with what they said.
 */
export async function walkReadme({ cwd, env, without, filled = [] }: Walk): Promise<string[]> {
  mkdirSync(join(cwd, 'news'), { recursive: true });
  writeFileSync(join(cwd, 'news', 'a.txt'), NEWS);
  const net = await openNet();
  const faults: string[] = [];

  const run = async (command: string, places: readonly (readonly [string, string])[]): Promise<string> => {
    const until = GOES_ON.find(([goesOn]) => goesOn.test(command))?.[1];
    const exact = places.reduce((text, [from, to]) => text.replaceAll(from, to), command);
    const { isWell, said } = await runInShell(exact, cwd, env, until);
    if (!isWell) faults.push(`${command}: ${said.slice(-2000)}`);
    return said;
  };
  const runAll = async (commands: readonly string[], places: readonly (readonly [string, string])[] = []) => {
    for (const command of commands) {
      const all = [
        ...filled,
        ...places,
        ['https://example.org/news.xml', `${net.address}/news.xml --private`],
        ['--port 8080', '--port 0'],
      ] as const;
      if (command.includes('cite ID'))
        await run(command, [...all, ['cite ID', `cite ${await anId(cwd, env)}`]]);
      else await run(command, all);
    }
  };

  try {
    for (const section of readFileSync('README.md', 'utf8').split(/^## /mu)) {
      const commands = commandsOf(section).filter((command) => !without.test(command));
      if (section.startsWith('Ask in Cypher') || section.startsWith('Ask over HTTP'))
        await run('npx yuantu build seeds/articles', filled);
      if (!section.startsWith('Ask over HTTP')) await runAll(commands);
      else
        await runInShell('npx yuantu serve --port 0', cwd, env, ADDRESS, async ([, address = '']) =>
          runAll(commands, [
            ['http://127.0.0.1:7676', address],
            ['Yuantu()', `Yuantu("${address}")`],
          ]),
        );
    }
  } finally {
    net.close();
  }
  return faults;
}

async function anId(cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const ask = `npx --no-install yuantu query --format json 'MATCH (c:Company) RETURN c.id AS id LIMIT 1'`;
  const { said } = await runInShell(ask, cwd, env);
  return /"id": ?"([^"]+)"/u.exec(said)?.[1] ?? 'none';
}

/** A feed with one page, in place of the net. */
async function openNet() {
  const server = createServer((request, reply) => {
    const { port } = server.address() as AddressInfo;
    if (request.url === '/news.xml')
      reply
        .setHeader('content-type', 'application/rss+xml')
        .end(
          `<rss version="2.0"><channel><title>园区</title><item><title>签约</title><link>http://127.0.0.1:${port}/1.html</link></item></channel></rss>`,
        );
    else if (request.url === '/1.html')
      reply
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<html><head><title>签约</title></head><body><article><p>${NEWS}</p></article></body></html>`);
    else reply.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
