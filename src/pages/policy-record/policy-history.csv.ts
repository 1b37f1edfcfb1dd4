import { datasetByName } from '#src/model/datasets.ts';

/** The older address of /data/policy-history.csv: the same bytes. */
export const GET = () => new Response(datasetByName('policy-history').csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });
