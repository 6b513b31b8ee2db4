import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { type APIApplicationCommand, type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { OutcomeJson } from 'local-discord';
import { flatten, formatMessage } from 'local-discord';

const HERE = `http://127.0.0.1:${process.env.PORT?.trim() || 8787}`;

const USAGE = `Talks to the bot in a running local Discord, as a person would.

  npm run -s say -- "/search query:Khrushchev"       send a command
  npm run -s say -- "/search query:Khru" --complete  what is offered for the last option
  npm run -s say -- --click ID                       click a button
  npm run -s say -- --choose VALUE                   choose from a menu
  npm run -s say -- --read                           the messages of the channel
  npm run -s say --                                  the commands there are

  --message ID    the message to click or choose on; the latest by default
  --as NAME       ada or ben; ada by default
  --channel NAME  general, archive, dm, elsewhere or between; general by default
  --json          the whole answer as JSON
  --at URL        where the local Discord is; ${HERE} by default`;

const OPTIONS = {
  at: { type: 'string', default: HERE },
  as: { type: 'string', default: 'ada' },
  channel: { type: 'string', default: 'general' },
  click: { type: 'string' },
  choose: { type: 'string' },
  message: { type: 'string' },
  complete: { type: 'boolean', default: false },
  read: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What is said to the person who ran the script, instead of an answer. */
class Refused extends Error {}

type Values = ReturnType<typeof parse>['values'];

function parse() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Refused((error as Error).message);
  }
}

async function ask<Answer>(values: Values, path: string, body?: object): Promise<Answer> {
  if (!URL.canParse(values.at)) throw new Refused(`--at: "${values.at}" is no address.`);
  const url = new URL(`/control${path}`, values.at);
  url.search = new URLSearchParams({ as: values.as, channel: values.channel }).toString();
  const request = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(url, request).catch(() => {
    throw new Refused(`No local Discord listens at ${values.at}: start one with "npm start".`);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
  const { error } = { error: `${url} is no local Discord.`, ...(answer as { error?: string }) };
  throw new Refused(error);
}

async function latestMessage(values: Values): Promise<APIMessage> {
  const messages = await ask<APIMessage[]>(values, '/messages');
  const found = values.message ? messages.find(({ id }) => id === values.message) : messages.at(-1);
  if (!found) throw new Refused('There is no such message in this channel.');
  return found;
}

function menuWith(message: APIMessage, value: string): string {
  for (const { component } of flatten(message.components ?? [])) {
    const isIt =
      component.type === ComponentType.StringSelect &&
      component.options.some((option) => option.value === value);
    if (isIt) return component.custom_id;
  }
  throw new Refused(`No menu offers "${value}".`);
}

async function carryOut(values: Values, line: string): Promise<[unknown, string]> {
  if (values.read) {
    const messages = await ask<APIMessage[]>(values, '/messages');
    return [messages, messages.map(formatMessage).join('\n\n')];
  }
  if (values.complete) {
    const choices = await ask<{ name: string; value: unknown }[]>(values, '/complete', { line });
    return [choices, choices.map(({ name, value }) => `${name}  (${value})`).join('\n')];
  }
  if (values.click !== undefined) {
    const { id } = await latestMessage(values);
    return resultOf(await ask(values, '/click', { message: id, customId: values.click }));
  }
  if (values.choose !== undefined) {
    const message = await latestMessage(values);
    const customId = menuWith(message, values.choose);
    const choice = { message: message.id, customId, values: [values.choose] };
    return resultOf(await ask(values, '/select', choice));
  }
  if (line) return resultOf(await ask(values, '/line', { line }));
  const commands = await ask<APIApplicationCommand[]>(values, '/commands');
  return [commands, commands.map(({ name, description }) => `/${name}  ${description}`).join('\n')];
}

function resultOf(outcome: OutcomeJson): [OutcomeJson, string] {
  if (outcome.state === 'failed') throw new Refused('The application did not respond.');
  if (outcome.modal) return [outcome, `A form opened: ${outcome.modal.title}`];
  return [
    outcome,
    outcome.message ? formatMessage(outcome.message) : 'Answered without a message.',
  ];
}

try {
  const { values, positionals } = parse();
  const [json, text] = values.help ? [USAGE, USAGE] : await carryOut(values, positionals.join(' '));
  process.stdout.write(`${values.json ? JSON.stringify(json, null, 2) : text}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
