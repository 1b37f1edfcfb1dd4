import type { APIContext } from 'astro';
import { holidayCountries, holidaysOf } from '#src/model/holidays.ts';

export const getStaticPaths = () => holidayCountries.map(({ code }) => ({ params: { country: code } }));

export const GET = ({ params }: APIContext) => {
  const { days, from, to } = holidaysOf(params['country'] as string);
  return new Response(JSON.stringify({ source: 'date-holidays, data CC BY-SA 3.0', from, to, days: Object.fromEntries(days) }), {
    headers: { 'Content-Type': 'application/json' },
  });
};
