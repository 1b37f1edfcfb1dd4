import { readFileSync } from 'node:fs';

/** The file at the project's top level, as it is: one source. */
export const GET = () => new Response(readFileSync('CITATION.cff', 'utf8'), { headers: { 'Content-Type': 'application/yaml' } });
