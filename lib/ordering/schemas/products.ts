import { z } from "zod";
import { shekels } from "../../hebrew/money.ts";
import { productOption } from "./states.ts";

/** As the API has it: money in shekels. */
export const productView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  price: z.number(),
  stock: z.number().int().nullable(),
  options: z.array(productOption),
  imageId: z.uuid().nullable(),
  available: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ProductView = z.infer<typeof productView>;

const name = z.string({ error: "חסר שם" }).trim().min(1, "חסר שם").max(120, "השם ארוך מדי");
const stock = z
  .number({ error: "המלאי צריך להיות מספר שלם" })
  .int("המלאי צריך להיות מספר שלם")
  .min(0, "המלאי לא יכול להיות שלילי")
  .max(1_000_000, "המלאי גדול מדי")
  .nullable();
const description = z.string().trim().max(1000, "התיאור ארוך מדי");
const category = z.string().trim().max(60, "הקטגוריה ארוכה מדי");
const options = z.array(productOption).max(5, "עד חמש אפשרויות למוצר");

export const createProductInput = z.object({
  name,
  description: description.default(""),
  category: category.default(""),
  price: shekels,
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
  price: shekels.optional(),
  stock: stock.optional(),
  options: options.optional(),
  imageId: z.uuid().nullable().optional(),
  available: z.boolean().optional(),
});
export type UpdateProductInput = z.input<typeof updateProductInput>;

export const productListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().trim().max(200).optional(),
});
export type ProductListInput = z.input<typeof productListInput>;
