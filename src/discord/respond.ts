import { setTimeout as wait } from 'node:timers/promises';
import { MessageFlags } from 'discord-api-types/v10';
import type { CommandResult, Invoker, Prepared } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import type { Share, Shares } from '../store/tables/shares.ts';
import { isUnwritable } from '../store/unwritable.ts';
import { failureWords } from '../wording/failures.ts';
import { failureReply, undeliveredReply } from './failure.ts';
import { createdAt } from './interaction-payload.ts';
import { isForcedPrivate } from './invoker.ts';
import { type Outcome, outcomeOf } from './observe.ts';
import { isAnswered, isRefusal, isStale } from './refusal.ts';
import { type Answering, defer, send } from './reply.ts';

/** How long an answer may take before it is put off; Discord waits for 3 s, the way included. */
const DEFER_AFTER_MS = 1500;

/** What is to be sent, the card that was entered for it, and whether it answers the question. */
type Ready = { result: CommandResult; share?: Share | undefined; outcome: Outcome };

/**
 * One question, one answer; put off only if the answer isn't there in time, whatever it waits for.
 * Never rejects: whoever asked is told what went wrong.
 * @param deferAfterMs how long an answer may take before it is put off
 * @returns how it ended
 */
export async function respond(
  answering: Answering,
  invoker: Invoker,
  read: () => Prepared,
  shares: Shares,
  log: Logger,
  deferAfterMs = DEFER_AFTER_MS,
): Promise<Outcome> {
  let isPrivate = true;
  const answer = (async () => {
    const prepared = read();
    isPrivate = prepared.private;
    return makeReady(answering, await prepared.run(invoker), shares, log);
  })().catch(
    (error): Ready => ({
      result: failureReply(error, log),
      outcome: outcomeOf(error),
    }),
  );

  try {
    if (await isLate(answer, deferAfterMs)) await defer(answering, isPrivate);
    await sendAndRecord(answering, await answer, shares, log);
    log.debug({ ms: Date.now() - createdAt(answering.interaction) }, 'answered');
    return (await answer).outcome;
  } catch (error) {
    await apologize(answering, error, log);
    return 'unsent';
  }
}

async function isLate(answer: Promise<Ready>, afterMs: number): Promise<boolean> {
  const timeout = new AbortController();
  const late = wait(afterMs, true, { signal: timeout.signal }).catch(() => true);
  const isFirst = await Promise.race([answer.then(() => false), late]);
  timeout.abort();
  return isFirst;
}

/** Writes down what must be known of an answer before it is sent. */
async function makeReady(
  answering: Answering,
  result: CommandResult,
  shares: Shares,
  log: Logger,
): Promise<Ready> {
  const outcome = 'answered';
  if (!('embeds' in result)) return { result, outcome };
  let { unsaved } = result;
  const isPublic = !result.private && !isForcedPrivate(answering.interaction);
  let share = isPublic ? result.share : undefined;
  await (share && shares.begin(share))?.catch((error) => {
    if (!isUnwritable(error)) throw error;
    unsaved = error;
    share = undefined;
  });
  if (!unsaved) return { result, share, outcome };
  log.error({ err: unsaved }, 'The database can’t be written: an answer goes unremembered.');
  const content = [result.content, failureWords.unremembered].filter(Boolean).join('\n');
  return { result: { ...result, content }, share, outcome };
}

/** Sends an answer, and writes down what became of it. */
async function sendAndRecord(
  answering: Answering,
  { result, share }: Ready,
  shares: Shares,
  log: Logger,
): Promise<void> {
  const account = (writing: Promise<void> | undefined) =>
    writing?.catch((err) => log.warn({ err }, 'What became of a card is written down later.'));
  const sent = await send(answering, result).catch(async (error) => {
    // Where Discord has not refused it, it may stand: its row waits until it is looked for.
    if (isRefusal(error) && !isAnswered(error))
      await account(share && shares.forget(share.message));
    throw error;
  });
  if ('removes' in result && result.forgets) await account(shares.forget(result.forgets));
  if (!sent || !share) return;
  await account(
    (sent.flags & MessageFlags.Ephemeral) !== 0
      ? shares.forget(share.message)
      : shares.confirm(share.message, sent.id),
  );
}

/** The last resort: says privately why there is no answer, if Discord still listens. */
async function apologize(answering: Answering, error: unknown, log: Logger): Promise<void> {
  if (logIfLost(error, log)) return;
  try {
    await send(answering, undeliveredReply(error, log));
  } catch (again) {
    if (isAnswered(again) && !isRefusal(error)) log.info('The answer arrived after all.');
    else if (!logIfLost(again, log)) log.error({ err: again }, 'Nor could an apology be sent.');
  }
}

/**
 * Logs that nothing can be said any more: the interaction has passed, or somebody else answered it.
 * @returns false if neither is so
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
export function logIfLost(err: unknown, log: Logger): boolean {
  if (isStale(err)) log.warn({ err }, 'An answer came too late.');
  else if (isAnswered(err)) {
    log.warn({ err }, 'Another instance answered first: is the bot running twice on one token?');
  } else return false;
  return true;
}
