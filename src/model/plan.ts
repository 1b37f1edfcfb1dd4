import { getCollection } from 'astro:content';
import type { Plan } from '../schema/plan.ts';

const plans: Plan[] = (await getCollection('plan')).map((e) => e.data);
if (!plans[0]) throw new Error('content/en/plan.yml is missing: write it after src/schema/plan.ts');
export const plan: Plan = plans[0];
