import { datasetByName } from '#src/model/datasets.ts';

/** The older address of /data/policy-history.json: the same bytes. */
export const GET = () => new Response(datasetByName('policy-history').json, { headers: { 'Content-Type': 'application/json' } });
