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

/** Points of a step line in a drawing of the given size, left to right: each value holds until the next. */
export function stepLine(points: readonly { day: string; value: number }[], from: string, to: string, width: number, height: number, top: number): string {
  const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const x = (day: string): string => (((time(day) - time(from)) / (time(to) - time(from))) * width).toFixed(1);
  const y = (value: number): string => (height - (value / top) * height).toFixed(1);
  const parts = points.map((p, i) => (i === 0 ? `M${x(p.day)} ${y(p.value)}` : `H${x(p.day)}V${y(p.value)}`));
  return points.length > 0 ? `${parts.join('')}H${width}` : '';
}
export const dayX = (day: string, from: string, to: string, width: number): number =>
  Math.round(((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`))) * width);
