/**
 * npm run policy-history -- --archive <git directory> [--root folder]
 * Reads the history of Meta's privacy policies from a copy of the Platform Governance Archive and writes
 * content/data/policy-history.json. The same archive makes the same bytes. No text of the policies is copied.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { clean, DROPS, history, type Cleaned, type Tracked } from '../domain/policy-history.ts';
import { ArchiveError, checkArchive, readHistory } from './git-history.ts';

const SERVICES = { facebook: 'Facebook', instagram: 'Instagram', threads: 'Threads', whatsapp: 'WhatsApp' } as const;
/** Facebook and Instagram have one policy: in 2022 the archive holds the same text for both, word by word. */
const SIBLING: Partial<Record<string, keyof typeof SERVICES>> = { instagram: 'facebook' };

/** The phrases to follow. Throws an ArchiveError when the list is unreadable, or a phrase too long to be a quotation. */
function readPhrases(list: string): Tracked[] {
  let tracked: unknown;
  try {
    tracked = parse(readFileSync(list, 'utf8'));
  } catch (error) {
    throw new ArchiveError(`${list} is no valid YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!Array.isArray(tracked) || !tracked.every((t: Partial<Tracked> | null) => typeof t?.id === 'string' && typeof t.phrase === 'string'))
    throw new ArchiveError(`${list} must be a list; each entry needs an id and a phrase.`);
  for (const t of tracked as Tracked[]) if (t.phrase.trim().split(/\s+/).length > 20) throw new ArchiveError(`The phrase "${t.id}" has more than 20 words. Shorten it in ${list}.`);
  return tracked as Tracked[];
}

function run(): void {
  const { values } = parseArgs({ options: { archive: { type: 'string' }, root: { type: 'string', default: process.cwd() } } });
  if (!values.archive) throw new ArchiveError('Say where the archive is: npm run policy-history -- --archive <git directory>');
  checkArchive(values.archive);
  const list = join(values.root, 'content/data/policy-phrases.yml');
  if (!existsSync(list)) throw new ArchiveError(`${list} is missing: it lists the phrases to follow.`);
  const tracked = readPhrases(list);
  const file = (id: keyof typeof SERVICES) => `${SERVICES[id]}/Privacy Policy.md`;
  const ids = Object.keys(SERVICES) as (keyof typeof SERVICES)[];
  const cleaned: Record<string, Cleaned> = Object.fromEntries(ids.map((id) => [id, clean(readHistory(values.archive as string, file(id)))]));
  const services = Object.fromEntries(ids.map((id) => [id, { file: file(id), ...history(cleaned[id] as Cleaned, tracked, cleaned[SIBLING[id] ?? '']) }]));
  const out = {
    source: 'Platform Governance Archive (PGA v2), https://github.com/OpenTermsArchive/pga-versions',
    licence: 'ODC-By 1.0',
    licence_url: 'https://opendatacommons.org/licenses/by/1-0/',
    cite: 'Katzenbach, C., Dergacheva, D., Fischer, A., Kopps, A., Kolesnikov, S., Redeker, D., Viejo Otero, P. (2023). Platform Governance Archive (PGA): Dataset PGA v2. https://doi.org/10.26092/elib/2373',
    counting:
      'Markdown link targets dropped; words are separated by white space; ai counts the whole word AI and "artificial intelligence"; legitimate_interest ignores case; marks are words without a letter or digit; repeated are words in lines that already stand in the same text; ai_new and ai_gone count different wordings, four words on either side.',
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
