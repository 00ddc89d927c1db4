import type { SignalDataSet, SignalDataTypeMap, SignalKeyStore } from "@whiskeysockets/baileys";

type Kept = { [T in keyof SignalDataTypeMap]?: Map<string, SignalDataTypeMap[T]> };

/** A phone's Signal store. */
export function memoryKeys(): SignalKeyStore & { forget(type: keyof SignalDataTypeMap): void } {
  const kept: Kept = {};
  const put = <T extends keyof SignalDataTypeMap>(type: T, given: SignalDataSet[T]) => {
    const values: Kept[T] = kept[type] ?? new Map();
    kept[type] = values;
    for (const id in given) {
      const value = given[id];
      if (value === null || value === undefined) values.delete(id);
      else values.set(id, value);
    }
  };
  return {
    get(type, ids) {
      const found: { [id: string]: SignalDataTypeMap[typeof type] } = {};
      for (const id of ids) {
        const value = kept[type]?.get(id);
        if (value !== undefined) found[id] = value;
      }
      return found;
    },
    set(data) {
      let type: keyof SignalDataTypeMap;
      for (type in data) put(type, data[type]);
    },
    forget(type) {
      delete kept[type];
    },
  };
}
