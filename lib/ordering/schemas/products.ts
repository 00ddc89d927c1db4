import { z } from "zod";
import { shekels } from "../../hebrew/money.ts";

/** A choice that belongs to a product ("גודל": "קטן", "גדול"), with what it adds to the price, in shekels. */
const optionView = z.object({
  name: z.string(),
  choices: z.array(z.object({ label: z.string(), extra: z.number() })),
});

/** As the API has it: money in shekels. */
export const productView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  price: z.number(),
  stock: z.number().int().nullable(),
  options: z.array(optionView),
  imageId: z.uuid().nullable(),
  available: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ProductView = z.infer<typeof productView>;

/** Nothing that costs more is sold by message; and a thousand of the dearest still can be counted. */
const price = shekels.refine((agorot) => agorot <= 100_000_000, "המחיר גבוה מדי");
const name = z.string({ error: "חסר שם" }).trim().min(1, "חסר שם").max(120, "השם ארוך מדי");
const stock = z
  .number({ error: "המלאי צריך להיות מספר שלם" })
  .int("המלאי צריך להיות מספר שלם")
  .min(0, "המלאי לא יכול להיות שלילי")
  .max(1_000_000, "המלאי גדול מדי")
  .nullable();
const description = z.string().trim().max(1000, "התיאור ארוך מדי");
const category = z.string().trim().max(60, "הקטגוריה ארוכה מדי");
const label = z.string({ error: "חסר שם" }).trim().min(1, "חסר שם").max(60, "השם ארוך מדי");
const choice = z
  .object({ label, extra: shekels.default(0) })
  .transform(({ extra, ...rest }) => ({ ...rest, extraAgorot: extra }));
const isUnlike = (names: string[]) => new Set(names.map((one) => one.toLowerCase())).size === names.length;
const options = z
  .array(
    z.object({
      name: label,
      choices: z
        .array(choice)
        .min(1, "צריך לפחות בחירה אחת")
        .max(20, "עד עשרים בחירות")
        .refine((all) => isUnlike(all.map((one) => one.label)), "יש שתי בחירות באותו שם"),
    }),
  )
  .max(5, "עד חמש אפשרויות למוצר")
  .refine((all) => isUnlike(all.map((one) => one.name)), "יש שתי אפשרויות באותו שם");

export const createProductInput = z.object({
  name,
  description: description.default(""),
  category: category.default(""),
  price,
  /** null or nothing: as many as anybody wants. */
  stock: stock.default(null),
  options: options.default([]),
  imageId: z.uuid().nullable().default(null),
  available: z.boolean().default(true),
});
export type CreateProductInput = z.input<typeof createProductInput>;

export const updateProductInput = z.object({
  productId: z.uuid(),
  name: name.optional(),
  description: description.optional(),
  category: category.optional(),
  price: price.optional(),
  stock: stock.optional(),
  options: options.optional(),
  imageId: z.uuid().nullable().optional(),
  available: z.boolean().optional(),
});
export type UpdateProductInput = z.input<typeof updateProductInput>;

export const productSorts = [
  "number",
  "-number",
  "name",
  "-name",
  "price",
  "-price",
  "created_at",
  "-created_at",
] as const;
export type ProductSort = (typeof productSorts)[number];

export const productListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().trim().max(200).optional(),
  category: z.string().trim().max(60).optional(),
  /** Shown to customers, or not. */
  available: z.stringbool().optional(),
  sort: z.enum(productSorts).default("-created_at"),
});
export type ProductListInput = z.input<typeof productListInput>;
