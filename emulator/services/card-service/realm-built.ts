import { jsonOf, Message, type MessageClass } from './realm-message';
import { addMethod, messageClass, type MessageParts } from './realm-message-class';
import { checked } from './realm-signature';

/** A class whose objects can be printed: the products of builders. */
export function printable(name: string, parts: MessageParts = {}): MessageClass {
  const made = messageClass(name, parts);
  addMethod(made, 'printJson', function (...args) {
    checked(() => `CardService.${name}.printJson`, args, [[]]);
    return JSON.stringify(jsonOf(this));
  });
  return made;
}

/** Gives a builder its `build`: the product does not change when the builder continues. */
export function builds(builder: MessageClass, product: MessageClass): void {
  addMethod(builder, 'build', function () {
    const built = new product();
    Message.replace(built, jsonOf(this));
    return built;
  });
}
