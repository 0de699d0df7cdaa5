import * as v from 'valibot';

/** For a response: at least one of these, by id. One left out and one that is undefined are the same to JSON. */
export function someOf<Value>(entries: Readonly<Record<string, v.GenericSchema<unknown, Value>>>) {
  const each = Object.entries(entries).map(([id, schema]) => [id, v.optional(schema)] as const);
  return v.pipe(
    v.strictObject(Object.fromEntries(each)),
    v.transform(definedOnly<Value>),
    v.check((given) => Object.keys(given).length > 0),
  );
}

function definedOnly<Value>(given: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  const defined: Record<string, Value> = {};
  for (const [id, value] of Object.entries(given)) if (value !== undefined) defined[id] = value;
  return defined;
}
