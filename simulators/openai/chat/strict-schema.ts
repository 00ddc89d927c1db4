import { ApiError } from "../errors.ts";
import type { JsonSchema } from "./shape.ts";

// https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
const NOT_PERMITTED = [
  "allOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentRequired",
  "dependentSchemas",
  "default",
];

/**
 * Refuses the schemas that OpenAI refuses: a root that is no object and, when strict, objects that leave anything
 * open and keywords outside of its subset. `owner` and `param` name the place in the error.
 */
export function checkSchema(schema: JsonSchema, owner: string, param: string, strict: boolean): void {
  const refuse = (path: string[], problem: string): never => {
    const context = `In context=(${path.map((part) => `'${part}'`).join(", ")}), ${problem}`;
    const code = owner.startsWith("function") ? "invalid_function_parameters" : null;
    throw new ApiError(400, `Invalid schema for ${owner}: ${context}`, param, code);
  };
  if (schema.type !== "object") refuse([], `schema must have type 'object', got 'type: "${String(schema.type)}"'.`);
  if (strict) checkNode(schema, [], refuse);
}

type Refuse = (path: string[], problem: string) => never;

function checkNode(node: unknown, path: string[], refuse: Refuse): void {
  if (!isObject(node)) return;
  for (const keyword of NOT_PERMITTED) {
    if (Object.hasOwn(node, keyword)) refuse(path, `'${keyword}' is not permitted.`);
  }
  if (isObject(node.properties) || node.type === "object") checkObject(node, path, refuse);
  if (node.items !== undefined) checkNode(node.items, [...path, "items"], refuse);
  if (Array.isArray(node.anyOf)) {
    for (const [index, option] of node.anyOf.entries()) checkNode(option, [...path, "anyOf", String(index)], refuse);
  }
  if (isObject(node.$defs)) {
    for (const [key, definition] of Object.entries(node.$defs)) checkNode(definition, [...path, "$defs", key], refuse);
  }
}

function checkObject(node: JsonSchema, path: string[], refuse: Refuse): void {
  if (node.additionalProperties !== false)
    refuse(path, "'additionalProperties' is required to be supplied and to be false.");
  const properties = isObject(node.properties) ? node.properties : {};
  const required = Array.isArray(node.required) ? node.required : [];
  for (const [key, property] of Object.entries(properties)) {
    if (!required.includes(key)) {
      refuse(
        path,
        `'required' is required to be supplied and to be an array including every key in properties. Missing '${key}'.`,
      );
    }
    checkNode(property, [...path, "properties", key], refuse);
  }
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
