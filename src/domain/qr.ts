/** QR codes as one SVG path. Encoded by uqr; drawn here, because a path of strokes is a third of its rectangles' bytes. */
import { encode } from 'uqr';

/** Light modules around the code that ISO/IEC 18004 asks for. */
export const QUIET = 4;

export interface Qr {
  /** Modules on a side, without the quiet zone. */
  size: number;
  /** Dark modules as strokes of width 1 along the middle of each row: give the view box half a module above. */
  d: string;
  /** View box with the quiet zone. */
  box: string;
  /** The whole field as a path, to paint it light in every theme. */
  field: string;
}

/** `strength`: how much of a code may be covered or torn. L (7 %) on a page, Q (25 %) on a notice board. */
export function qr(text: string, strength: 'L' | 'M' | 'Q' = 'L'): Qr {
  const { data, size } = encode(text, { ecc: strength, border: 0, boostEcc: true });
  const rows = data.map((row, y) => {
    const parts: string[] = [];
    let gap = 0;
    for (let x = 0; x < size;) {
      let end = x;
      while (end < size && row[end] === row[x]) end += 1;
      if (row[x]) parts.push(parts.length === 0 ? `M${gap} ${y}h${end - x}` : `m${gap} 0h${end - x}`);
      gap = row[x] ? 0 : end - x;
      x = end;
    }
    return parts.join('');
  });
  const side = size + 2 * QUIET;
  return { size, d: rows.join(''), box: `${-QUIET} ${-QUIET - 0.5} ${side} ${side}`, field: `M${-QUIET} ${-QUIET - 0.5}h${side}v${side}h${-side}z` };
}
