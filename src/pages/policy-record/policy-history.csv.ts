import { csv } from '#src/domain/csv.ts';
import { policyHistory } from '#src/model/policy-history.ts';

const COLUMNS = ['recorded', 'commit', 'words', 'marks', 'repeated', 'partial', 'ai', 'ai_new', 'ai_gone', 'legitimate_interest'] as const;

export const GET = () => {
  const rows = Object.entries(policyHistory.services).flatMap(([service, s]) => s.versions.map((v) => [service, ...COLUMNS.map((c) => v[c]), policyHistory.licence]));
  return new Response(csv([['service', ...COLUMNS, 'licence'], ...rows]), { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });
};
