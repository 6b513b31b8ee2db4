import {
  type APIComponentInMessageActionRow,
  type APIComponentInModalActionRow,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
} from 'discord-api-types/v10';

export type AnyComponent =
  | APIMessageTopLevelComponent
  | APIModalInteractionResponseCallbackComponent
  | APIComponentInMessageActionRow
  | APIComponentInModalActionRow;

export type SelectComponent = Extract<AnyComponent, { type: SelectType }>;

const SELECTS = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
] as const;

type SelectType = (typeof SELECTS)[number];

export const isSelect = (component: AnyComponent): component is SelectComponent =>
  SELECTS.some((type) => type === component.type);

/** A component with the way to it from the top of a message or modal. */
export type Placed = { component: AnyComponent; path: readonly (string | number)[] };

/** Every component, those inside rows, sections, labels and containers included. */
export function flatten(
  components: readonly AnyComponent[],
  path: Placed['path'] = [],
): readonly Placed[] {
  return components.flatMap((component, index) => placed(component, [...path, index]));
}

function placed(component: AnyComponent, path: Placed['path']): readonly Placed[] {
  return [
    { component, path },
    ...('components' in component
      ? flatten(component.components as AnyComponent[], [...path, 'components'])
      : []),
    ...('accessory' in component
      ? placed(component.accessory as AnyComponent, [...path, 'accessory'])
      : []),
    ...('component' in component
      ? placed(component.component as AnyComponent, [...path, 'component'])
      : []),
  ];
}
