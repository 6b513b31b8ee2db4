import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { BARE } from './process.ts';
import type { Asked, Said } from './replica.ts';

const REPLICA = join(import.meta.dirname, 'replica.ts');
/** Questions that a replica has at once. */
export const AT_ONCE = 6;

/** One of several processes; when it dies, another takes its place. */
type Place = { child: ChildProcess; waiting: Map<string, (text: string | undefined) => void> };

/** Some replicas of the bot, which share out what is asked, and can be killed at any moment. */
export function openCrew(size: number, env: Record<string, string>) {
  const keepers: ChildProcess[] = [];
  let isOver = false;
  const start = (): Place => {
    const child = fork(REPLICA, {
      env: { ...BARE, ...env },
      execPath: process.execPath,
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const waiting: Place['waiting'] = new Map();
    child.on('message', (said: Said) => {
      if ('isKeeper' in said) keepers.push(child);
      else waiting.get(said.id)?.(said.text || undefined);
    });
    return { child, waiting };
  };
  const places = Array.from({ length: size }, start);
  const replace = (at: number) => {
    places[at]?.child.once('exit', () => {
      const { waiting } = places[at] as Place;
      if (!isOver) {
        places[at] = start();
        replace(at);
      }
      for (const answer of waiting.values()) answer(undefined);
    });
  };
  for (const at of places.keys()) replace(at);
  onTestFinished(() => {
    isOver = true;
    for (const { child } of places) child.kill('SIGKILL');
  });

  let asked = 0;
  const ask = (at: number, question: Omit<Asked, 'id' | 'userId'>): Promise<string | undefined> => {
    const { child, waiting } = places[at] as Place;
    asked += 1;
    // As if another person had asked: a card is known by who shared it.
    const id = `${1000 + asked}`;
    return new Promise((resolve) => {
      waiting.set(id, (text) => {
        waiting.delete(id);
        resolve(text);
      });
      child.send({ ...question, id, userId: id } satisfies Asked, () => {});
    });
  };
  return {
    /** Asks everything, and again what was lost with a process. @returns what was answered */
    async askAll(questions: readonly Omit<Asked, 'id' | 'userId'>[], onAnswer: () => void) {
      const queue = [...questions];
      const answers: { what: Asked['what']; text: string }[] = [];
      const work = async (at: number) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const text = await ask(at, next);
          if (text === undefined) queue.push(next);
          else {
            answers.push({ what: next.what, text });
            onAnswer();
          }
        }
      };
      const all = places.flatMap((_, at) => Array.from({ length: AT_ONCE }, () => work(at)));
      await Promise.all(all);
      return answers;
    },
    /** Kills one as a machine that is lost does. */
    kill: (at: number) => places[at]?.child.kill('SIGKILL'),
    killKeeper: () => keepers.at(-1)?.kill('SIGKILL'),
    /** How many were the keeper, one after the other. */
    keepers: () => keepers.length,
    /** Ends all of them. */
    async end() {
      isOver = true;
      const ended = places.map(({ child }) => once(child, 'exit'));
      for (const { child } of places) child.kill('SIGKILL');
      await Promise.all(ended);
    },
  };
}
