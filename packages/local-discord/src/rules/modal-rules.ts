import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { componentViolations } from './component-rules.ts';
import { flatten } from './component-tree.ts';
import { required, type Violation, violation, within } from './violation.ts';

/** Five inputs at most, each with an id of its own and, outside a label, a label. */
export function modalViolations(
  modal: APIModalInteractionResponseCallbackData,
): readonly Violation[] {
  const rows = modal.components.flatMap((row, index) =>
    row.type === ComponentType.ActionRow && row.components.length > 1
      ? [
          violation(
            [index, 'components'],
            'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
            'The specified component exceeds the maximum width',
          ),
        ]
      : [],
  );
  const inputs = flatten(modal.components).flatMap(({ component, path }) => {
    if (component.type !== ComponentType.TextInput) return [];
    const { label, min_length, max_length } = component;
    return [
      ...(path.includes('components') && !label ? [required(...path, 'label')] : []),
      ...((min_length ?? 0) > (max_length ?? 4000)
        ? [
            violation(
              [...path, 'min_length'],
              'TEXT_INPUT_MIN_GREATER_MAX',
              'Minimum length cannot exceed maximum length',
            ),
          ]
        : []),
    ];
  });
  const violations = [...rows, ...inputs, ...componentViolations(modal.components, true)];
  return within(violations, 'components');
}
