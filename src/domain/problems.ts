/** One thing that is wrong with the content, said so that a writer can mend it. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** 1-based, where it is known. */
  line?: number;
  /** What is wrong. */
  what: string;
  /** How to mend it. */
  mend: string;
  severity: 'error' | 'warning';
}

/** `file:line  what` and, on the next line, the remedy. */
export function describe(p: Problem): string {
  return `${p.file}${p.line ? `:${p.line}` : ''}  ${p.what}\n    -> ${p.mend}`;
}

/** The text of the error that stops a build. */
export function report(problems: readonly Problem[]): string {
  const n = problems.length;
  return `${n} problem${n === 1 ? '' : 's'} in the content:\n\n${problems.map(describe).join('\n')}`;
}
