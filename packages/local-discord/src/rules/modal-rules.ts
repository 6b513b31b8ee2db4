import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { componentFaults } from './component-rules.ts';
import { flatten } from './component-tree.ts';
import { type Fault, fault, required, within } from './fault.ts';

/** Five inputs at most, each with an id of its own and, outside a label, a label. */
export function modalFaults(modal: APIModalInteractionResponseCallbackData): readonly Fault[] {
  const rows = modal.components.flatMap((row, index) =>
    row.type === ComponentType.ActionRow && row.components.length > 1
      ? [
          fault(
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
            fault(
              [...path, 'min_length'],
              'TEXT_INPUT_MIN_GREATER_MAX',
              'Minimum length cannot exceed maximum length',
            ),
          ]
        : []),
    ];
  });
  const faults = [...rows, ...inputs, ...componentFaults(modal.components, true)];
  return within(faults, 'components');
}
