import { policyHistory } from '#src/model/policy-history.ts';

export const GET = () => new Response(`${JSON.stringify(policyHistory, null, 1)}\n`, { headers: { 'Content-Type': 'application/json' } });
