import type { APIContext } from 'astro';
import { datasets } from '#src/model/datasets.ts';

export const getStaticPaths = () => datasets.filter((d) => d.csv).map(({ name, csv }) => ({ params: { name }, props: { csv } }));
export const GET = ({ props }: APIContext) => new Response(props['csv'] as string, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });
