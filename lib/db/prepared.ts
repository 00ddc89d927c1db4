/**
 * drizzle has the driver parse every query anew, which costs a second way to the database each time. Through this its
 * queries are prepared, once a connection: the same ones come again and again. Planned they are each time all the same
 * (drizzle/migrate.ts says why).
 */
export function prepared<C extends object>(client: C): C {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "unsafe")
        return (query: string, values?: unknown[], options?: object) =>
          Reflect.apply(value, target, [query, values, { ...options, prepare: true }]);
      if (name === "begin" || name === "savepoint")
        return (...given: unknown[]) => Reflect.apply(value, target, given.map(insideToo));
      return value;
    },
  });
}

/** The work of a transaction gets a client of its own. */
function insideToo(given: unknown): unknown {
  return typeof given === "function" ? (inner: object) => Reflect.apply(given, undefined, [prepared(inner)]) : given;
}
