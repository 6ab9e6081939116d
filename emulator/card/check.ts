import { Enum, Type, type Field } from 'protobufjs/light';
import { messageType, referenceName, type MessageName } from './descriptors';
import { fieldNameProblems } from './field-names';
import { enumProblem, scalarProblem } from './scalar-check';
import type { CardProblem } from './problem';
import { missingFields } from './required-fields';

export type { CardProblem } from './problem';

/**
 * The problems of a card: fields and names that card.proto does not have, values of the wrong type, two members that
 * exclude each other, and missing fields that Google's reference calls required. Empty for a card that Google shows whole.
 *
 * @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1
 */
export function checkCard(card: unknown): CardProblem[] {
  return [...checkMessage('Card', card), ...fieldNameProblems(card)];
}

/** The same for any message that can stand alone. */
export function checkMessage(name: MessageName, value: unknown): CardProblem[] {
  const problems: CardProblem[] = [];
  checkType(messageType(name), value, '', problems);
  return problems;
}

const refusal = (path: string, sentence: string): CardProblem => ({
  path,
  sentence,
  refused: true,
});

function checkType(type: Type, value: unknown, path: string, problems: CardProblem[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(refusal(path, `This should be an object (${referenceName(type)}).`));
    return;
  }
  const name = referenceName(type);
  for (const [member, content] of Object.entries(value)) {
    const field = type.fields[member];
    const at = path === '' ? member : `${path}.${member}`;
    if (field) checkField(field, content, at, problems);
    else problems.push(refusal(at, unknownField(type, member)));
  }
  for (const sentence of twoOfOne(type, value)) problems.push(refusal(path, sentence));
  for (const missing of missingFields(name, value)) problems.push({ path, ...missing });
}

function unknownField(type: Type, member: string): string {
  const camel = member.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const known = type.fields[camel] ? ` Google's JSON name is "${camel}".` : '';
  return `Cannot find field "${member}" in ${referenceName(type)}.${known}`;
}

function checkField(field: Field, content: unknown, path: string, problems: CardProblem[]): void {
  if (!field.repeated) return checkValue(field, content, path, problems);
  if (!Array.isArray(content)) {
    problems.push(refusal(path, 'This should be a list.'));
    return;
  }
  content.forEach((item, i) => checkValue(field, item, `${path}[${i}]`, problems));
}

function checkValue(field: Field, value: unknown, path: string, problems: CardProblem[]): void {
  const { resolvedType, type } = field;
  if (resolvedType instanceof Type && resolvedType.name !== 'FloatValue')
    return checkType(resolvedType, value, path, problems);
  const sentence =
    resolvedType instanceof Enum
      ? enumProblem(resolvedType, value)
      : scalarProblem(resolvedType ? 'float' : type, value);
  if (sentence) problems.push(refusal(path, sentence));
}

/** Members of a oneof that are set together. */
const twoOfOne = (type: Type, value: object): string[] =>
  type.oneofsArray.flatMap(({ oneof }) => {
    const present = oneof.filter((name) => Object.hasOwn(value, name));
    return present.length < 2
      ? []
      : [`Only one of ${present.map((name) => `"${name}"`).join(' and ')} can be set.`];
  });
