/** What each language says to readers whose browser prefers it, by its code: asked for by the few pages that say it. */
import { alternates } from '#src/model/site.ts';

export const GET = () => new Response(JSON.stringify(Object.fromEntries(alternates('/').map(({ language }) => [language.code, language.notice]))), { headers: { 'Content-Type': 'application/json' } });
