import { createHash } from 'node:crypto';
import type { Rule } from '../rule.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export const contentPolicy: Rule = {
  id: 'content-policy',
  why: 'The browser blocks what the policy does not list: an unlisted script or style would fail silently.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) => {
      const found: { at: string; what: string; mend: string }[] = [];
      const add = (what: string, mend: string) => found.push({ at: p.path, what, mend });
      const policy = p.meta.get('content-security-policy') ?? '';
      if (!policy.startsWith("default-src 'none'")) add('no policy that begins with default-src none', 'use the Base layout');
      if (/unsafe-inline|'unsafe-eval'|\*/.test(policy)) add('the policy is too wide', 'list what is used and nothing else');
      if (!policy.includes("require-trusted-types-for 'script'")) add('a policy that lets texts become script', 'use CONTENT_SECURITY_POLICY of src/domain/policy.ts');
      for (const script of p.inlineScripts)
        if (!policy.includes(hash(script))) add(`an inline script outside the policy: ${script.slice(0, 60)}`, 'move it to src/islands/, or list its hash in src/domain/policy.ts');
      if (p.styleElements > 0) add('an inline <style>', 'move it to src/styles/');
      if (p.styleAttributes > 0) add(`${p.styleAttributes} style attributes`, 'use a class');
      for (const name of p.eventAttributes) add(`an inline ${name} handler`, 'add the listener in src/islands/');
      for (const asset of p.assets) if (/^(https?:)?\/\//.test(asset)) add(`a file from another origin: ${asset}`, 'keep it in this project');
      return found;
    }),
};
