/** What was typed of a product, as the API takes it. */
import type { ProductFields } from "#lib/client/ordering.ts";
import { createProductInput, type ProductView } from "#lib/ordering/schemas/products.ts";

/** An option while it is typed; `key` tells rows apart that say the same. */
export interface OptionDraft {
  key: string;
  name: string;
  choices: { key: string; label: string; extra: string }[];
}

interface Besides {
  available: boolean;
  imageId: string | null;
  options: readonly OptionDraft[];
}

export function fieldsOf(form: FormData, { available, imageId, options }: Besides): ProductFields {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    ...{ name: text("name"), description: text("description"), category: text("category"), available, imageId },
    price: toNumber(text("price")),
    stock: text("stock") === "" ? null : toNumber(text("stock")),
    options: options.map(({ name, choices }) => ({
      name: name.trim(),
      // A line that was left empty is none.
      choices: choices
        .filter(({ label, extra }) => label.trim() !== "" || extra.trim() !== "")
        .map(({ label, extra }) => ({ label: label.trim(), extra: extra.trim() === "" ? 0 : toNumber(extra) })),
    })),
  };
}

/** What is wrong with which field; nothing for what can be kept. */
export function fieldErrors(fields: ProductFields): Partial<Record<string, string>> {
  const parsed = createProductInput.safeParse(fields);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]).reverse());
}

/** Only what was changed: the stock that was on the screen may have been sold meanwhile. */
export function changesOf(product: ProductView, fields: ProductFields): Partial<ProductFields> {
  const changed = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(product[name as keyof ProductFields]),
  );
  return Object.fromEntries(changed);
}

export function toDrafts(options: ProductView["options"]): OptionDraft[] {
  return options.map(({ name, choices }) => ({
    key: crypto.randomUUID(),
    name,
    choices: choices.map(({ label, extra }) => ({
      key: crypto.randomUUID(),
      label,
      extra: extra === 0 ? "" : String(extra),
    })),
  }));
}

/** What is no number becomes none, and is refused as one. */
function toNumber(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}
