/** Tables as text by RFC 4180: lines end in CRLF; a field with a comma, a quotation mark or a line break is quoted. Pure. */
type Field = string | number | boolean;

const field = (value: Field): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
export const csv = (rows: readonly (readonly Field[])[]): string => rows.map((r) => `${r.map(field).join(',')}\r\n`).join('');
