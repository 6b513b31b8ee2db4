import type { core } from 'zod';
import { required, tooLong, type Violation, violation } from './violation.ts';

type Issue = core.$ZodIssue;

/** What a schema finds wrong, in Discord's words. */
export const schemaViolations = (issues: readonly Issue[]): readonly Violation[] =>
  issues.flatMap((issue) => violationsOf(issue, []));

function violationsOf(issue: Issue, prefix: Violation['path']): readonly Violation[] {
  const path = [...prefix, ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))];
  if (issue.code === 'invalid_union') {
    return nearestBranch(issue.errors).flatMap((inner) => violationsOf(inner, path));
  }
  return [violationOf(issue, path)];
}

/** Of a union, Discord reports the branch that the `type` names; where none does, the type. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const hasWrongType = (issues: readonly Issue[]) =>
    issues.some(({ path }) => path.length === 1 && path[0] === 'type');
  const named = branches.find((issues) => !hasWrongType(issues));
  return named ?? (branches[0] ?? []).filter(({ path }) => path[0] === 'type').slice(0, 1);
}

function violationOf(issue: Issue, path: Violation['path']): Violation {
  const shown = JSON.stringify(issue.input) ?? 'undefined';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? required(...path)
        : wrongType(issue.expected, shown, path);
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') {
        const message = `int value should be greater than or equal to ${issue.minimum}.`;
        return violation(path, 'NUMBER_TYPE_MIN', message);
      }
      return issue.minimum === 1 && issue.origin === 'string'
        ? required(...path)
        : violation(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`);
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') {
        const message = `int value should be less than or equal to ${issue.maximum}.`;
        return violation(path, 'NUMBER_TYPE_MAX', message);
      }
      return tooLong(path, Number(issue.maximum));
    case 'invalid_value':
      return issue.input === undefined
        ? required(...path)
        : violation(
            path,
            'BASE_TYPE_CHOICES',
            `Value must be one of {${issue.values.join(', ')}}.`,
          );
    case 'invalid_format':
      return wrongFormat(issue.format, shown, path);
    default:
      return violation(path, 'BASE_TYPE_INVALID', 'Invalid value.');
  }
}

function wrongType(expected: string, shown: string, path: Violation['path']): Violation {
  switch (expected) {
    case 'string':
      return violation(path, 'STRING_TYPE_CONVERT', `Could not interpret "${shown}" as string.`);
    case 'boolean':
      return violation(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    case 'array':
      return violation(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
    case 'object':
    case 'record':
      return violation(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType.');
    default:
      return violation(path, 'NUMBER_TYPE_COERCE', `Value ${shown} is not int.`);
  }
}

function wrongFormat(format: string, shown: string, path: Violation['path']): Violation {
  switch (format) {
    case 'url':
      return violation(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    case 'datetime':
      return violation(
        path,
        'DATE_TIME_TYPE_PARSE',
        `Could not parse ${shown}. Should be ISO8601.`,
      );
    case 'regex':
      return violation(path, 'NUMBER_TYPE_COERCE', `Value ${shown} is not snowflake.`);
    default:
      return violation(path, 'BASE_TYPE_INVALID', 'Invalid value.');
  }
}
