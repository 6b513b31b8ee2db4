import type { rulesExtended } from 'discord-markdown-parser';

/** A rule of the parser, which is SimpleMarkdown's. */
export type Rule = (typeof rulesExtended)[string];
type State = Parameters<Rule['match']>[1];

/** Deeper than anybody writes, and shallow enough for the stack. */
const DEEPEST = 12;

/** Something within a line: no line begins inside it until one ends there. */
export const withinLine = (rule: Rule): Rule => nested(rule, [' ']);

/** Something that begins lines of its own. It matches at the beginning of a line only. */
export const ofLines = (rule: Rule): Rule => nested(atLineStart(rule), null);

/** A line by itself, with what is within a line inside. */
export const lineOf = (rule: Rule): Rule => withinLine(atLineStart(rule));

/** @param before what the insides find before them; the parser leaves the outer rule's there */
function nested(rule: Rule, before: readonly string[] | null): Rule {
  return {
    ...rule,
    match: (source, state, previous) =>
      depthOf(state) < DEEPEST ? rule.match(source, state, previous) : null,
    parse: (capture, parse, state) =>
      rule.parse(
        capture,
        (source, inner) =>
          parse(source, { ...(inner ?? state), depth: depthOf(state) + 1, prevCapture: before }),
        state,
      ),
  };
}

const depthOf = (state: State): number => state.depth ?? 0;

const atLineStart = (rule: Rule): Rule => ({
  ...rule,
  match: (source, state, before) =>
    /(?:^|\n)$/.test(before) ? rule.match(source, state, before) : null,
});
