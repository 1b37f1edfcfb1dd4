/**
 * npm run policy-history -- --archive <git directory> [--root folder]
 * Reads the history of Meta's privacy policies from a copy of the Platform Governance Archive and writes
 * content/data/policy-history.json. The same archive makes the same bytes. No text of the policies is copied.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { DROPS, history, type Tracked } from '../domain/policy-history.ts';
import { ArchiveError, checkArchive, readHistory } from './git-history.ts';

const SERVICES = { facebook: 'Facebook', instagram: 'Instagram', threads: 'Threads', whatsapp: 'WhatsApp' } as const;

function run(): void {
  const { values } = parseArgs({ options: { archive: { type: 'string' }, root: { type: 'string', default: process.cwd() } } });
  if (!values.archive) throw new ArchiveError('Say where the archive is: npm run policy-history -- --archive <git directory>');
  checkArchive(values.archive);
  const list = join(values.root, 'content/data/policy-phrases.yml');
  if (!existsSync(list)) throw new ArchiveError(`${list} is missing: it lists the phrases to follow.`);
  const tracked = parse(readFileSync(list, 'utf8')) as Tracked[];
  for (const t of tracked) if (t.phrase.split(/\s+/).length > 20) throw new ArchiveError(`The phrase "${t.id}" has more than 20 words. Shorten it in ${list}.`);
  const services = Object.fromEntries(
    Object.entries(SERVICES).map(([id, folder]) => [id, { file: `${folder}/Privacy Policy.md`, ...history(readHistory(values.archive as string, `${folder}/Privacy Policy.md`), tracked) }]),
  );
  const out = {
    source: 'Platform Governance Archive (PGA v2), https://github.com/OpenTermsArchive/pga-versions',
    licence: 'ODC-By 1.0',
    cite: 'Katzenbach, C., Dergacheva, D., Fischer, A., Kopps, A., Kolesnikov, S., Redeker, D., Viejo Otero, P. (2023). Platform Governance Archive (PGA): Dataset PGA v2. https://doi.org/10.26092/elib/2373',
    counting: 'Markdown link targets dropped; words are separated by white space; ai counts the whole word AI and "artificial intelligence"; legitimate_interest ignores case.',
    services,
  };
  const path = join(values.root, 'content/data/policy-history.json');
  // Written beside and moved: a run that stops half-way leaves the old file whole.
  writeFileSync(`${path}.new`, `${JSON.stringify(out, null, 1)}\n`);
  renameSync(`${path}.new`, path);
  for (const [id, s] of Object.entries(services))
    console.log(`${id}: ${s.captures} captures, ${s.versions.length} versions, dropped ${DROPS.map((d) => `${d} ${s.dropped.filter((x) => x.why === d).length}`).join(', ')}`);
}

try {
  run();
} catch (error) {
  if (!(error instanceof ArchiveError) && (error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`${(error as Error).message}\nNo file was changed.`);
  process.exitCode = 1;
}
