import { setTimeout as wait } from 'node:timers/promises';
import { backOff } from '../../back-off.ts';
import { SourceFailure } from '../source-failure.ts';
import { askedPause } from './asked-pause.ts';
import { describeNetworkError, describeStatus } from './describe-refusal.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type BodyWatch, readableAnswer } from './read-body.ts';
import { redirectOf } from './redirect.ts';
import type { Answer, RequestOptions, Requests } from './requests.ts';
import { withoutQuery } from './without-query.ts';

/** That a server is busy, and that it or one before it has trouble which may pass. */
const BUSY = [429, 503];
const TROUBLE = [500, 502, 504];
/** A connection that broke before any answer: perhaps one that had been idle. */
const BROKEN = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/**
 * Opens what one source is asked by, for the one time that it is followed.
 * @param addresses whose hosts may be asked
 * @param userAgent says who asks, and how to reach them
 * @param alone until when the source asked to be left alone the last time
 */
export function openRequests(
  addresses: readonly string[],
  userAgent: string,
  limits: Limits = LIMITS,
  alone: Date | null = null,
): Requests {
  const named = addresses.map((address) => new URL(address));
  /** Never by http where https is named: a key would be sent in the open. */
  const isNamed = ({ host, protocol }: URL) =>
    named.some((one) => one.host === host && [one.protocol, 'https:'].includes(protocol));
  const endsAt = Date.now() + limits.wholeMs;
  let asked = 0;
  let bytes = 0;
  /** By Retry-After or Backoff of the last answer. */
  let notBefore = alone?.getTime() ?? 0;

  async function pause(until: number, address: URL): Promise<void> {
    const pauseMs = until - Date.now();
    if (pauseMs > limits.longestWaitMs || until > endsAt) {
      throw new SourceFailure(
        `${address.host} asks to be left alone until ${new Date(until).toISOString()}.`,
      );
    }
    if (pauseMs > 0) await wait(pauseMs);
  }

  /** Ends a question whose answer is silent, takes too long, or is too large. */
  function watchOver(address: URL): BodyWatch & { signal: AbortSignal } {
    const controller = new AbortController();
    const shown = withoutQuery(address);
    const end = (message: string) => controller.abort(new SourceFailure(message));
    const idle = setTimeout(
      () => end(`${shown} has been silent for ${limits.idleMs / 1000} seconds.`),
      limits.idleMs,
    ).unref();
    const most = Math.max(0, Math.min(limits.answerMs, endsAt - Date.now()));
    const whole = setTimeout(() => end(`${shown} takes too long to answer.`), most).unref();
    let size = 0;
    return {
      signal: controller.signal,
      arrived(length) {
        idle.refresh();
        size += length;
        bytes += length;
        if (size <= limits.answerBytes && bytes <= limits.wholeBytes) return;
        end(`${shown} answers with more than may be read (${Math.min(size, bytes)} bytes).`);
        throw controller.signal.reason;
      },
      ended() {
        clearTimeout(idle);
        clearTimeout(whole);
      },
    };
  }

  async function askOnce(address: URL, headers: RequestOptions['headers']): Promise<Answer> {
    if (!isNamed(address)) {
      throw new SourceFailure(
        `${address.origin} isn’t asked, because the source doesn’t name that host.`,
      );
    }
    await pause(notBefore, address);
    asked += 1;
    if (asked > limits.requests) {
      throw new SourceFailure(`${address.host} would have to be asked too often (${asked} times).`);
    }
    const { signal, ...watch } = watchOver(address);
    try {
      const response = await fetch(address, {
        redirect: 'manual',
        signal,
        headers: { 'User-Agent': userAgent, ...headers },
      });
      watch.arrived(0);
      notBefore = askedPause(response.headers, Date.now()) ?? 0;
      return readableAnswer(response, address, watch);
    } catch (error) {
      watch.ended();
      if (error instanceof SourceFailure) throw error;
      const { code, reason } = describeNetworkError(error);
      const message = `${address.host} can’t be reached: ${reason}.`;
      throw new SourceFailure(message, { cause: { code } });
    }
  }

  /** Asks, and again as often as the server's state lets hope for another answer. */
  async function ask(address: URL, { headers, expects = [] }: RequestOptions): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const answer = await askOnce(address, headers).catch((error: unknown) => {
        if (tries > 0 || !isBroken(error)) throw error;
      });
      const isDone =
        answer &&
        ((answer.status >= 200 && answer.status < 400) || expects.includes(answer.status));
      if (isDone) return answer;
      await answer?.discard();
      const status = answer?.status ?? 0;
      const mayPass = !answer || BUSY.includes(status) || TROUBLE.includes(status);
      if (!mayPass || tries >= limits.repetitions) {
        throw new SourceFailure(`${withoutQuery(address)} ${describeStatus(status)} (${status}).`);
      }
      if (notBefore <= Date.now()) await wait(backOff(tries, limits.pauseMs, limits.longestWaitMs));
    }
  }

  return {
    notBefore: () => (notBefore > Date.now() ? new Date(notBefore) : null),
    async get(address, options = {}) {
      let at = new URL(address);
      for (let redirects = 0; ; redirects += 1) {
        const answer = await ask(at, options);
        const next = redirectOf(answer, options.expects);
        if (!next) return answer;
        await answer.discard();
        if (redirects >= limits.redirects) {
          throw new SourceFailure(`${withoutQuery(at)} redirects without an end.`);
        }
        at = next;
      }
    },
  };
}

const isBroken = (error: unknown): boolean =>
  error instanceof SourceFailure &&
  BROKEN.includes((error.cause as { code?: string } | undefined)?.code ?? '');
