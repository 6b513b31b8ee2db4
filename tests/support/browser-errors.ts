import type { BrowserContext, ConsoleMessage, Request, WebError } from 'playwright-core';

/**
 * Collects what must not happen in the pages of a context: errors in scripts and in the console, where
 * the browser tells of whatever is against the page's policy, too; requests to another host.
 * @param url of the local Discord, the one host
 * @param tolerated errors that the test brings about
 * @returns ends the collection and gives it
 */
export function errorsOf(
  context: BrowserContext,
  url: string,
  tolerated?: RegExp,
): () => readonly string[] {
  const faults: string[] = [];
  const note = (fault: string) => {
    if (!tolerated?.test(fault)) faults.push(fault);
  };
  const failed = (error: WebError) => note(error.error().stack ?? String(error.error()));
  const said = (message: ConsoleMessage) => {
    if (message.type() === 'error' && !isRefusal(message)) note(message.text());
  };
  const asked = (request: Request) => {
    const { origin, protocol } = new URL(request.url());
    const isOwn = origin === new URL(url).origin || ['data:', 'blob:'].includes(protocol);
    if (!isOwn) note(`A request to another host: ${request.url()}`);
  };
  context.on('weberror', failed).on('console', said).on('request', asked);
  return () => {
    context.off('weberror', failed).off('console', said).off('request', asked);
    return faults;
  };
}

/** The browser notes every 400; here it is how the local Discord says what it does not send. */
const isRefusal = (message: ConsoleMessage): boolean =>
  message.text().includes('status of 400') && message.location().url.includes('/control/');
