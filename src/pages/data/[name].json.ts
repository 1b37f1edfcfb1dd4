import type { APIContext } from 'astro';
import { catalogue, datasets } from '#src/model/datasets.ts';

export const getStaticPaths = () => [...datasets.map(({ name, json }) => ({ params: { name: name as string }, props: { json } })), { params: { name: 'index' }, props: { json: catalogue.json } }];
export const GET = ({ props }: APIContext) => new Response(props['json'] as string, { headers: { 'Content-Type': 'application/json' } });
