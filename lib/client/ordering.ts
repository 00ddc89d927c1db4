import { type ProductView, productView } from "#lib/ordering/schemas/products.ts";
import type { OrderStatus } from "#lib/ordering/schemas/states.ts";
import { api, apiDo } from "./api.ts";

/** What a person types of a product; the price in shekels. */
export type ProductFields = Pick<ProductView, "name" | "description" | "category" | "price" | "stock" | "available">;

/** Adds a product (`null`) or changes one. Throws ApiError. */
export function saveProduct(productId: string | null, fields: ProductFields): Promise<ProductView> {
  return productId === null
    ? api("/api/crm/products", productView, { method: "POST", body: fields })
    : api(`/api/crm/products/${productId}`, productView, { method: "PATCH", body: fields });
}

/** Takes a product out of sale. Throws ApiError. */
export function removeProduct(productId: string): Promise<void> {
  return apiDo(`/api/crm/products/${productId}`, { method: "DELETE" });
}

/** Takes an order further, or cancels it. Throws ApiError. */
export function moveOrder(orderId: string, status: OrderStatus): Promise<void> {
  return apiDo(`/api/crm/orders/${orderId}`, { method: "PATCH", body: { status } });
}
