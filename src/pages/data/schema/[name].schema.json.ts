import type { APIContext } from 'astro';
import { catalogue, datasets } from '#src/model/datasets.ts';

export const getStaticPaths = () => [
  ...datasets.map(({ name, schema }) => ({ params: { name: name as string }, props: { schema } })),
  { params: { name: 'index' }, props: { schema: catalogue.schema } },
];
export const GET = ({ props }: APIContext) => new Response(props['schema'] as string, { headers: { 'Content-Type': 'application/schema+json' } });
