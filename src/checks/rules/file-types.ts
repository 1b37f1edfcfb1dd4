import { extension, HOST_FILES, TYPES } from '../../domain/hosting.ts';
import type { Rule } from '../rule.ts';

export const fileTypes: Rule = {
  id: 'file-types',
  why: 'A host tells the browser what a file is; told wrong, the browser refuses it or only offers to save it.',
  severity: 'error',
  run: (site) =>
    [...site.files]
      .filter((f) => !HOST_FILES.includes(f) && !TYPES[extension(f)])
      .map((f) => ({ at: f, what: `a kind of file that has no type: "${extension(f)}"`, mend: 'add it to TYPES in src/domain/hosting.ts' })),
};
