export type Change = Record<string, string | Uint8Array | null | { link: string }>;

/** One fault that a person, an editor or a broken disk can make in the content folder. */
export interface Fault {
  /** `wrong-type content/data/routes.yml: 3.title`. Unique: it is the test's name. */
  name: string;
  kind: string;
  /** Files to write (made when the fault is planted, where that costs time), by their path from the project's root; `null` deletes, `link` makes a symbolic link. */
  change: Change | (() => Change);
  /** Where the problem may be reported: in the changed file, or where something refers to what is gone. */
  at: RegExp;
}

const escaped = (file: string): string => file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A problem reported in the changed file itself. */
export const inFile = (file: string): RegExp => new RegExp(`^${escaped(file)}$`);

export const changeOf = (fault: Fault): Change => (typeof fault.change === 'function' ? fault.change() : fault.change);
