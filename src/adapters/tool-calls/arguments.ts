/** Finding values in the arguments of a tool call. */

/** A value with the place where it stands, e.g. `lines[1].amount`. */
export interface Argument {
  readonly path: string;
  readonly value: unknown;
}

/** Arguments as an object; `undefined` where they are none, or JSON that does not parse. */
export function readArguments(given: unknown): Readonly<Record<string, unknown>> | undefined {
  const value = typeof given === 'string' ? parse(given) : given;
  return isRecord(value) ? value : undefined;
}

/**
 * Every value at a path. A list on the way, or at its end, stands for each of its entries.
 *
 * @param path Names joined by dots: `message`, `lines.amount`.
 */
export function argumentsAt(root: unknown, path: string): Argument[] {
  let found: Argument[] = [{ path: '', value: root }];
  for (const name of path.split('.')) {
    found = found.flatMap(({ path: before, value }) => {
      if (!isRecord(value) || !Object.hasOwn(value, name) || value[name] == null) return [];
      return entriesOf({ path: before === '' ? name : `${before}.${name}`, value: value[name] });
    });
  }
  return found;
}

function entriesOf(argument: Argument): Argument[] {
  if (!Array.isArray(argument.value)) return [argument];
  return argument.value.flatMap((value: unknown, index) => entriesOf({ path: `${argument.path}[${index}]`, value }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
