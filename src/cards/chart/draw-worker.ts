import { parentPort } from 'node:worker_threads';
import type { Drawing, Drawn } from './draw.ts';
import { render } from './render.ts';

const reply = (message: Drawn) => parentPort?.postMessage(message);

parentPort?.on('message', async ({ number, plan }: Drawing) => {
  try {
    reply({ number, bytes: await render(plan) });
  } catch (error) {
    reply({ number, error: error as Error });
  }
});
