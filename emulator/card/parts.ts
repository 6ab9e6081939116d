import { Type } from 'protobufjs/light';
import { messageType, referenceName, type MessageName } from './descriptors';

/** A message somewhere in a card. */
export interface CardPart {
  /** As Google's reference names it: `Button`, `Card.Section`. */
  readonly name: string;
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A problem with one member of a part, or with the part itself when the member is empty. */
export interface PartProblem {
  readonly member: string;
  readonly sentence: string;
}

/** Every message in a card or answer, itself first, in reading order. Messages that card.proto does not have are left out. */
export function partsOf(value: unknown, name: MessageName = 'Card'): CardPart[] {
  const parts: CardPart[] = [];
  collect(messageType(name), value, '', parts);
  return parts;
}

function collect(type: Type, value: unknown, path: string, parts: CardPart[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  parts.push({ name: referenceName(type), path, value: value as CardPart['value'] });
  for (const [member, content] of Object.entries(value)) {
    const inner = type.fields[member]?.resolvedType;
    if (!(inner instanceof Type)) continue;
    const at = path === '' ? member : `${path}.${member}`;
    if (!Array.isArray(content)) collect(inner, content, at, parts);
    else content.forEach((item, i) => collect(inner, item, `${at}[${i}]`, parts));
  }
}

/** Names of the functions that a card or answer may call, each once, in reading order. */
export function actionFunctions(value: unknown, name: MessageName = 'Card'): string[] {
  const names = partsOf(value, name)
    .filter((part) => part.name === 'Action')
    .map((part) => part.value['function'])
    .filter((text): text is string => typeof text === 'string');
  return [...new Set(names)];
}
