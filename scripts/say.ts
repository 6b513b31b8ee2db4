import './quiet-pipe.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type APIApplicationCommand, type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { OutcomeJson } from 'local-discord';
import { flatten, formatMessage, NotSent, readCommandLine } from 'local-discord';

const HERE = `http://127.0.0.1:${process.env.PORT?.trim() || 8787}`;

const USAGE = `Talks to the bot in a running local Discord, as a person would.

  npm run -s say -- "/search query:Khrushchev"       send a command
  npm run -s say -- "/search query:Khru" --complete  what is offered for the last option
  npm run -s say -- --click ID                       click a button
  npm run -s say -- --choose VALUE                   choose from a menu
  npm run -s say -- "/archive import file:./letters.csv"
                                                     send a command with a file
  npm run -s say -- "@Reading Room [[Long Telegram]]"
                                                     post a message; @ and a name mention
  npm run -s say -- "See this" --file letters.csv    post a message with a file, or several
  npm run -s say -- --app "Import this file"         a message's command, as under Apps
  npm run -s say -- --form ID --fill title=Letter    fill in a form and send it
  npm run -s say -- --read                           the messages of the channel
  npm run -s say --                                  the commands there are

  --message ID    the message to click, choose or act on; the latest by default
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
  file: { type: 'string', multiple: true },
  app: { type: 'string' },
  form: { type: 'string' },
  fill: { type: 'string', multiple: true },
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

/** @param body bytes of a file, or what is sent as JSON */
async function ask<Answer>(
  values: Values,
  path: string,
  body?: object | Uint8Array<ArrayBuffer>,
  query: Record<string, string> = {},
): Promise<Answer> {
  if (!URL.canParse(values.at)) throw new Refused(`--at: "${values.at}" is no address.`);
  const url = new URL(`/control${path}`, values.at);
  url.search = new URLSearchParams({
    as: values.as,
    channel: values.channel,
    ...query,
  }).toString();
  const request = body && {
    method: 'POST',
    ...(body instanceof Uint8Array
      ? { body }
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  };
  const response = await fetch(url, request).catch(() => {
    throw new Refused(`No local Discord listens at ${values.at}: start one with "npm start".`);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
  const { error } = { error: `${url} is no local Discord.`, ...(answer as { error?: string }) };
  throw new Refused(error);
}

/** @returns what stands for the file in an option or a message */
async function upload(values: Values, path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Refused(`${path} can’t be read: ${error.message}`);
  });
  const name = basename(path);
  return (await ask<{ id: string }>(values, '/upload', new Uint8Array(bytes), { name })).id;
}

/** Sends a command; the options that take a file name it by its path. */
async function sendLine(values: Values, line: string): Promise<[OutcomeJson, string]> {
  const commands = await ask<APIApplicationCommand[]>(values, '/commands');
  const { name, values: given, files } = readCommandLine(commands, line);
  const uploads = await Promise.all(
    files.map(async (option) => [option, await upload(values, String(given[option]))] as const),
  );
  const filled = { ...given, ...Object.fromEntries(uploads) };
  return resultOf(await ask(values, '/command', { name, values: filled }));
}

/** Posts a message with files. */
async function post(values: Values, content: string): Promise<[unknown, string]> {
  const files: string[] = [];
  for (const path of values.file ?? []) files.push(await upload(values, path));
  const sent = await ask<{ id: string }>(values, '/say', { content, files });
  return [sent, `Posted as message ${sent.id}.`];
}

/** `title=Letter`, as the form's fields have it. */
const filledIn = (values: Values): Record<string, string> =>
  Object.fromEntries(
    (values.fill ?? []).map((one) => {
      const [name = '', ...text] = one.split('=');
      return [name, text.join('=')];
    }),
  );

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
  if (values.app !== undefined) {
    const { id } = await latestMessage(values);
    return resultOf(await ask(values, '/message-command', { name: values.app, message: id }));
  }
  if (values.form !== undefined) {
    const form = { interaction: values.form, values: filledIn(values) };
    return resultOf(await ask(values, '/submit', form));
  }
  if (values.file || (line && !line.startsWith('/'))) return post(values, line);
  if (line) return sendLine(values, line);
  const commands = await ask<APIApplicationCommand[]>(values, '/commands');
  return [commands, commands.map(({ name, description }) => `/${name}  ${description}`).join('\n')];
}

function resultOf(outcome: OutcomeJson): [OutcomeJson, string] {
  if (outcome.state === 'failed') throw new Refused('The application did not respond.');
  if (outcome.modal) return [outcome, formatForm(outcome.interaction, outcome.modal)];
  return [
    outcome,
    outcome.message ? formatMessage(outcome.message) : 'Answered without a message.',
  ];
}

function formatForm(interaction: string, modal: NonNullable<OutcomeJson['modal']>): string {
  const inputs = flatten(modal.components as never).flatMap(({ component }) =>
    'custom_id' in component && component.custom_id ? [component.custom_id] : [],
  );
  const fields = inputs.map((id) => `  --form ${interaction} --fill ${id}=…`);
  return [`A form opened: ${modal.title}`, ...fields].join('\n');
}

try {
  const { values, positionals } = parse();
  const [json, text] = values.help ? [USAGE, USAGE] : await carryOut(values, positionals.join(' '));
  process.stdout.write(`${values.json ? JSON.stringify(json, null, 2) : text}\n`);
} catch (error) {
  const isSaid = error instanceof Refused || error instanceof NotSent;
  process.stderr.write(`${isSaid ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
