import type { ProjectRow } from '../contract/profile.ts';
import { parseProject } from '../names/project.ts';

/** What a project and its phases share of their names. */
function wholeOf({ project: { name } }: ProjectRow): string {
  return parseProject(name).core || name;
}

/**
 * Mark the sums that a total would count twice.
 *
 * A phase is left out when its whole project has a sum too: the whole holds it. Phases without a whole each count. A project
 * is left out as the same when another of the same investor has exactly its sum and one name holds the other.
 */
export function leaveOut(rows: readonly ProjectRow[]): ProjectRow[] {
  const isPhase = (row: ProjectRow) => parseProject(row.project.name).phase !== '';
  const wholes = new Map(
    rows.filter((row) => !isPhase(row) && row.investment !== undefined).map((row) => [wholeOf(row), row]),
  );
  const counted: ProjectRow[] = [];
  // The longer name first: it is the fuller one.
  const order = [...rows].sort((a, b) => b.project.name.length - a.project.name.length);
  const marked = new Map<string, ProjectRow>();
  for (const row of order) {
    const whole = isPhase(row) ? wholes.get(wholeOf(row)) : undefined;
    const same = counted.find((other) => isSame(other, row));
    if (row.investment === undefined) marked.set(row.project.id, row);
    else if (whole) marked.set(row.project.id, { ...row, leftOut: 'phase', countedWith: whole.project });
    else if (same) marked.set(row.project.id, { ...row, leftOut: 'same', countedWith: same.project });
    else {
      counted.push(row);
      marked.set(row.project.id, row);
    }
  }
  return rows.map((row) => marked.get(row.project.id) ?? row);
}

function isSame(a: ProjectRow, b: ProjectRow): boolean {
  if (a.investment !== b.investment) return false;
  const investors = new Set(a.investors.map(({ id }) => id));
  const isShared = b.investors.some(({ id }) => investors.has(id));
  const [long, short] = [a.project.name, wholeOf(b)];
  return (
    short.length >= 3 && long.includes(short) && (isShared || a.investors.length * b.investors.length === 0)
  );
}
