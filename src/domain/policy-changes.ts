/** Which recorded versions changed how often AI is named. Pure. */
import type { Version } from './policy-history.ts';

export interface Change {
  version: Version;
  before: Version | undefined;
}

/**
 * A version counts when it names AI more or less often than the last version that is not a partial capture. A partial
 * capture counts only when it names AI more often: what is missing from it proves nothing.
 */
export function aiChanges(versions: readonly Version[]): Change[] {
  const changes: Change[] = [];
  let before: Version | undefined;
  for (const version of versions) {
    const differs = before === undefined ? version.ai > 0 : version.partial ? version.ai > before.ai : version.ai !== before.ai;
    if (differs) changes.push({ version, before });
    if (!version.partial || differs) before = version;
  }
  return changes;
}
