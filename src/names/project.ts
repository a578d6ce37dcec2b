import { normaliseForm } from './normalise.ts';
import { PHASE } from './phase.ts';

const PHASES = new RegExp(`${PHASE}(?:工程)?`, 'gu');
// 扩建 and 技改 stay: they are projects of their own.
const CLASS_WORD = /(?:建设|投资)?(?:项目|工程)$/u;

/** A project's name taken apart: 晨星电池建设项目二期 is core 晨星电池, phase 二期, class word 建设项目. What is absent is empty. */
export interface ProjectName {
  /** What all phases of a project and all forms of its name share; empty where the name says nothing else. */
  readonly core: string;
  readonly phase: string;
  readonly classWord: string;
}

export function parseProject(name: string): ProjectName {
  const [phase = ''] = name.match(PHASES) ?? [];
  let core = name;
  // What closes up around a phase may read as another: 一(首期)期.
  for (let rest = core.replace(PHASES, ''); rest !== core; rest = core.replace(PHASES, '')) core = rest;
  let classWord = '';
  for (let end = CLASS_WORD.exec(core); end !== null; end = CLASS_WORD.exec(core)) {
    classWord = end[0] + classWord;
    core = core.slice(0, end.index);
  }
  return { core, phase, classWord };
}

/** The form under which names of one project are equal: no phase, 项目 or 工程; the phases of one project are one. */
export function bareProject(name: string): string {
  const folded = normaliseForm(name);
  const { core } = parseProject(folded);
  return core.length >= 2 ? core : folded;
}
