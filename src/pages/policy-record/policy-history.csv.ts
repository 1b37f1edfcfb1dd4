import { policyHistory } from '#src/model/policy-history.ts';

/** No field holds a comma or a quotation mark, so none needs quoting (RFC 4180). */
export const GET = () => {
  const rows = Object.entries(policyHistory.services).flatMap(([service, s]) => s.versions.map((v) => [service, v.recorded, v.commit, v.words, v.partial, v.ai, v.legitimate_interest].join(',')));
  return new Response(`${['service,recorded,commit,words,partial,ai,legitimate_interest', ...rows].join('\r\n')}\r\n`, { headers: { 'Content-Type': 'text/csv' } });
};
