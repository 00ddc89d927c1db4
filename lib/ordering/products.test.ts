import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { createProduct } from "./create-product.ts";
import { getProduct, listCategories, listProducts } from "./list-products.ts";
import type { CreateProductInput } from "./schemas/products.ts";
import { shopWith } from "./testing/shop.ts";
import { archiveProduct, updateProduct } from "./update-product.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const least: CreateProductInput = { name: "חלה", price: 19.9, stock: 5 };

describe("a product", () => {
  it("needs a name, a price and how many there are, and has the rest", async () => {
    const { business } = await shopWith();
    expect(await createProduct(business.as("staff"), least)).toMatchObject({
      ...{ number: 1, name: "חלה", price: 19.9, stock: 5, description: "", category: "", options: [] },
      ...{ imageId: null, available: true },
    });
  });

  it("keeps its options, with what they add in shekels", async () => {
    const { business } = await shopWith();
    const options = [
      {
        name: "גודל",
        choices: [
          { label: "קטן", extra: 0 },
          { label: "גדול", extra: 4.5 },
        ],
      },
    ];
    const { id } = await createProduct(business.as("staff"), { ...least, options });
    expect((await getProduct(business.as("viewer"), id)).options).toEqual(options);
  });

  it.each([
    ["no name", { name: " " }],
    ["a price with three digits behind the point", { price: 1.999 }],
    ["a price below nothing", { price: -1 }],
    ["a price beyond reason", { price: 1_000_001 }],
    ["half a loaf in stock", { stock: 0.5 }],
    ["two choices of one name", { options: [{ name: "גודל", choices: [{ label: "L" }, { label: "l" }] }] }],
    ["an option without choices", { options: [{ name: "גודל", choices: [] }] }],
  ] satisfies [string, Partial<CreateProductInput>][])("with %s is refused", async (_, wrong) => {
    const { business } = await shopWith();
    await expect(createProduct(business.as("staff"), { ...least, ...wrong })).rejects.toThrow();
    expect((await listProducts(business.as("staff"), {})).items).toEqual([]);
  });

  it("is changed only where it is asked to: what was sold meanwhile stays sold", async () => {
    const { business, products } = await shopWith(least);
    const productId = products[0]?.id ?? "";
    await database.owner`update product set stock = 2 where id = ${productId}`;
    const changed = await updateProduct(business.as("staff"), { productId, description: "לשבת" });
    expect(changed).toMatchObject({ stock: 2, price: 19.9, description: "לשבת" });
  });

  it("that is archived is gone, and nobody gets its number", async () => {
    const { business, products } = await shopWith(least);
    await archiveProduct(business.as("staff"), products[0]?.id ?? "");
    await expect(getProduct(business.as("staff"), products[0]?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    expect((await createProduct(business.as("staff"), least)).number).toBe(2);
  });

  it("is written by staff, and only read by who only looks", async () => {
    const { business, products } = await shopWith(least);
    const viewer = business.as("viewer");
    const forbidden = { code: "forbidden" };
    await expect(createProduct(viewer, least)).rejects.toMatchObject(forbidden);
    await expect(updateProduct(viewer, { productId: products[0]?.id ?? "", price: 1 })).rejects.toMatchObject(
      forbidden,
    );
    await expect(archiveProduct(viewer, products[0]?.id ?? "")).rejects.toMatchObject(forbidden);
    expect((await listProducts(viewer, {})).items).toHaveLength(1);
  });
});

describe("the list of products", () => {
  it("is sorted, searched, narrowed and paged", async () => {
    const { business } = await shopWith(
      { name: "חלה", price: 20, category: "לחמים" },
      { name: "אוזני המן", price: 45, category: "עוגיות", description: "במילוי פרג" },
      { name: "בורקס", price: 12, available: false },
    );
    const names = async (input: Parameters<typeof listProducts>[1]) =>
      (await listProducts(business.as("viewer"), input)).items.map(({ name }) => name);
    expect(await names({})).toEqual(["בורקס", "אוזני המן", "חלה"]);
    expect(await names({ sort: "number" })).toEqual(["חלה", "אוזני המן", "בורקס"]);
    expect(await names({ sort: "name" })).toEqual(["אוזני המן", "בורקס", "חלה"]);
    expect(await names({ sort: "-price" })).toEqual(["אוזני המן", "חלה", "בורקס"]);
    expect(await names({ q: "פרג" })).toEqual(["אוזני המן"]);
    expect(await names({ q: "חל" })).toEqual(["חלה"]);
    expect(await names({ category: "לחמים" })).toEqual(["חלה"]);
    expect(await names({ available: "false" })).toEqual(["בורקס"]);
    expect(await listCategories(business.as("viewer"))).toEqual(["לחמים", "עוגיות"]);
    const first = await listProducts(business.as("viewer"), { sort: "name", limit: 2 });
    expect(await names({ sort: "name", limit: 2, cursor: first.nextCursor ?? "" })).toEqual(["חלה"]);
    await expect(names({ sort: "price", cursor: first.nextCursor ?? "" })).rejects.toMatchObject({ code: "invalid" });
  });
});
