import { z } from 'zod';
import type { Answer } from '../answer.ts';
import type { Services } from '../services.ts';
import { visible } from '../visible.ts';

/** Something that an assistant can ask. */
type Declared<Input> = {
  name: string;
  title: string;
  /** Read by the assistant in every conversation: as short as can be. */
  description: string;
  input: z.ZodType<Input>;
  /** @throws UserError for what the assistant can ask otherwise */
  run(input: Input, services: Services): Promise<Answer>;
};

/** The same, whatever its input is: what calls it has checked that by its schema. */
export type Tool = Declared<unknown>;

export const defineTool = <Input>(tool: Declared<Input>): Tool => tool as unknown as Tool;

/** Text that has to say something, of no more than so many characters. */
export const words = (most: number) =>
  z.string().max(most).overwrite(visible).trim().min(1, 'must not be empty');

/** How many results. */
export const limit = (usual: number, most: number) => z.int().min(1).max(most).default(usual);
/** How many results to pass over. */
export const offset = z.int().min(0).max(100_000).default(0);
