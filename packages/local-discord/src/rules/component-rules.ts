import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, flatten, isSelect, type SelectComponent } from './component-tree.ts';
import { urlViolations } from './url-rules.ts';
import { repeats, required, type Violation, violation, within } from './violation.ts';

/** Rows of a message that does not use the newer layout components. */
const MAX_ROWS = 5;

/**
 * What the schema leaves open: rows at the top only (unless the message uses the newer layout), a
 * menu alone in its row, buttons that are either links or have an id, ids and values used once.
 * @see https://docs.discord.com/developers/components/reference
 */
export function componentViolations(
  components: readonly AnyComponent[],
  isNewLayout: boolean,
): readonly Violation[] {
  const all = flatten(components);
  return [
    ...(isNewLayout ? [] : rowViolations(components)),
    ...all.flatMap(({ component, path }) => within(violationsOfOne(component), ...path)),
    ...repeats(
      all.filter(({ component }) => customId(component) !== undefined),
      ({ component }) => customId(component),
    ).map(({ item }) =>
      violation(
        [...item.path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    ),
  ];
}

const customId = (component: AnyComponent) =>
  'custom_id' in component ? (component.custom_id ?? undefined) : undefined;

function rowViolations(components: readonly AnyComponent[]): readonly Violation[] {
  const notRows = components.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow
      ? []
      : [
          violation(
            [index, 'type'],
            'UNION_TYPE_CHOICES',
            'Value of field "type" must be one of (1,).',
          ),
        ],
  );
  if (components.length <= MAX_ROWS) return notRows;
  const message = `Must be between 1 and ${MAX_ROWS} in length.`;
  return [...notRows, violation([], 'BASE_TYPE_BAD_LENGTH', message)];
}

function violationsOfOne(component: AnyComponent): readonly Violation[] {
  if (component.type === ComponentType.Button) return buttonViolations(component);
  if (isSelect(component)) return selectViolations(component);
  if (component.type !== ComponentType.ActionRow) return [];
  const inside: readonly AnyComponent[] = component.components;
  if (inside.length <= 1 || !inside.some(isSelect)) return [];
  const message = 'The specified component exceeds the maximum width';
  return [violation(['components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)];
}

function buttonViolations(button: APIButtonComponent): readonly Violation[] {
  const { style, custom_id, url, label, emoji } = button as Partial<
    Record<'custom_id' | 'url' | 'label', string | null>
  > & { style: ButtonStyle; emoji?: unknown };
  if (style === ButtonStyle.Premium) return [];
  const hasId = custom_id !== undefined && custom_id !== null;
  const nameless = label?.trim() || emoji ? [] : [required('label')];
  if (style === ButtonStyle.Link) {
    return [
      ...nameless,
      ...(url ? urlViolations(url, ['http', 'https', 'discord'], ['url']) : [required('url')]),
      ...(hasId ? [exclusive(['custom_id'])] : []),
    ];
  }
  return [
    ...nameless,
    ...(hasId ? [] : [required('custom_id')]),
    ...(url ? [exclusive(['url'])] : []),
  ];
}

const exclusive = (path: Violation['path']): Violation =>
  violation(
    path,
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'A custom id and url cannot both be specified',
  );

function selectViolations(select: SelectComponent): readonly Violation[] {
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  const options = select.type === ComponentType.StringSelect ? select.options : undefined;
  const chosen = options?.filter((option) => option.default).length ?? 0;
  return [
    ...(least > most
      ? [
          violation(
            ['min_values'],
            'SELECT_COMPONENT_MIN_GREATER_MAX',
            'Minimum value cannot exceed maximum value',
          ),
        ]
      : []),
    ...(options && most > options.length
      ? [
          violation(
            ['max_values'],
            'BASE_TYPE_BAD_LENGTH',
            `Must be between 1 and ${options.length}.`,
          ),
        ]
      : []),
    ...(chosen > most
      ? [
          violation(
            ['options'],
            'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS',
            'Too many default options',
          ),
        ]
      : []),
    ...repeats(options ?? [], ({ value }) => value).map(({ index }) =>
      violation(
        ['options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
  ];
}
