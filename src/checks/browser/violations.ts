/** Hears what a browser says against a page: violations of its policy, errors in its console, errors thrown. */
import type { Page } from 'playwright-core';

/** Call before the first `goto`; read the list later. A missing page's own 404 is not an error. */
export async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  const at = (): string => new URL(page.url() === 'about:blank' ? 'http://x/' : page.url()).pathname;
  await page.exposeFunction('heardViolation', (what: string) => heard.push(`${at()} ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) => {
      (globalThis as unknown as { heardViolation(what: string): void }).heardViolation(`${e.effectiveDirective} blocked ${e.blockedURI} ${e.sample} at ${e.sourceFile}:${e.lineNumber}`);
    });
  });
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of 404/.test(m.text())) heard.push(`${at()} console: ${m.text()}`);
    // Pagefind catches a worker that was refused, and says so in a warning only.
    if (m.type() === 'warning' && /worker/i.test(m.text())) heard.push(`${at()} console: ${m.text()}`);
  });
  page.on('pageerror', (e) => heard.push(`${at()} threw: ${e.message}`));
  return heard;
}

/** Uses what needs most of the policy: search with its worker and WebAssembly, a letter, the plan, the record, a deadline. */
export async function useTools(page: Page, url: string): Promise<{ workers: string[] }> {
  const workers: string[] = [];
  page.on('worker', (w) => workers.push(new URL(w.url()).pathname));
  await page.goto(`${url}/about/`);
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('photos');
  await page.waitForSelector('dialog .hits a');
  await page.goto(`${url}/search/?q=letter`);
  await page.waitForSelector('site-search .hits a');
  // The full texts are looked into by Pagefind, in a worker of its own.
  await page.getByRole('button', { name: 'Search the full texts too' }).click();
  await page.waitForSelector('.more-title');
  await page.goto(`${url}/letters/objection/`);
  await page.waitForSelector('letter-form:defined');
  await page.check('input[name="role"][value="holder"]');
  await page.fill('#field-name', '<img src=x onerror=alert(1)>');
  await page.click('letter-form [data-do="copy"]');
  await page.goto(`${url}/plan/eu-eea/yes/nothing/#facebook`);
  await page.waitForSelector('plan-steps:defined');
  await page.goto(`${url}/deadline/`);
  await page.waitForSelector('deadline-form:defined');
  await page.fill('#received', '2025-05-30');
  await page.click('deadline-form button[type="submit"]');
  await page.waitForSelector('.deadline-result .due');
  await page.goto(`${url}/my-record/`);
  await page.waitForSelector('own-record[data-ready]');
  await page.click('[data-do="start"]');
  await page.fill('#own-account', '<b>Facebook</b>');
  await page.click('[data-form="add"] button[type="submit"]');
  await page.waitForSelector('.entries li');
  return { workers };
}
