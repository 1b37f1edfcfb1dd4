/**
 * node src/tools/changelog.ts: the first step of a release. Refuses a version that CHANGELOG.md does not tell of, with
 * its day and at least one entry, and lines that still stand under “Unreleased”.
 */
import { readFileSync } from 'node:fs';

const HEADING = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/;

interface Section {
  name: string;
  day: string | undefined;
  entries: number;
}

/** The sections of a changelog in the form of Keep a Changelog, the newest first. */
export function sections(text: string): Section[] {
  const found: Section[] = [];
  for (const line of text.split('\n')) {
    const m = HEADING.exec(line.trimEnd());
    if (m) found.push({ name: m[1] ?? '', day: m[2], entries: 0 });
    else if (line.startsWith('- ')) {
      const open = found.at(-1);
      if (open) open.entries += 1;
    }
  }
  return found;
}

/** What keeps a version from being released, in words that say how to mend it; nothing when all is well. */
export function releaseProblem(text: string, version: string): string | undefined {
  const all = sections(text);
  const own = all.find((s) => s.name === version);
  if (!own) return `CHANGELOG.md has no entry for ${version}, the version in package.json: add “## [${version}] - <day>” with what changed`;
  if (!own.day) return `the entry for ${version} in CHANGELOG.md has no day: write “## [${version}] - YYYY-MM-DD”`;
  if (own.entries === 0) return `the entry for ${version} in CHANGELOG.md says nothing: add lines that begin with “- ”`;
  const first = all.find((s) => s.name !== 'Unreleased');
  if (first !== own) return `${version} is not the newest version in CHANGELOG.md, ${first?.name} is: raise "version" in package.json, or put the entry on top`;
  const open = all.find((s) => s.name === 'Unreleased');
  if (open && open.entries > 0) return `CHANGELOG.md still has ${open.entries} lines under “Unreleased”: move them below ${version}, or raise "version" in package.json`;
  return undefined;
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const problem = releaseProblem(readFileSync('CHANGELOG.md', 'utf8'), version);
  console.log(problem ?? `CHANGELOG.md tells of ${version}`);
  process.exitCode = problem ? 1 : 0;
}
