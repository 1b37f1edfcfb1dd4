/** The tools that only some pages have: each is loaded where its element stands. */
const TOOLS: Record<string, () => Promise<unknown>> = {
  'site-search': async () => (await import('./site-search.ts')).start(),
  'letter-form': async () => customElements.define('letter-form', (await import('./letter-form.ts')).LetterForm),
  'deadline-form': async () => customElements.define('deadline-form', (await import('./deadline-form.ts')).DeadlineForm),
  'reply-dates': async () => customElements.define('reply-dates', (await import('./reply-dates.ts')).ReplyDates),
  'plan-steps': async () => customElements.define('plan-steps', (await import('./plan-steps.ts')).PlanSteps),
  'own-record': async () => (await import('./own-record.ts')).start(),
  'flow-play': async () => customElements.define('flow-play', (await import('./flow-play.ts')).FlowPlay),
  'photo-model': async () => customElements.define('photo-model', (await import('./photo-model.ts')).PhotoModel),
  'public-choice': async () => customElements.define('public-choice', (await import('./public-choice.ts')).PublicChoice),
  'offline-copy': async () => (await import('./offline-copy.ts')).start(),
  'email-check': async () => customElements.define('email-check', (await import('./email-check.ts')).EmailCheck),
};

export function start(): void {
  for (const [name, load] of Object.entries(TOOLS)) if (document.querySelector(name)) void load();
}
