import { type ProductView, productView } from "#lib/ordering/schemas/products.ts";
import type { OrderStatus } from "#lib/ordering/schemas/states.ts";
import { api, apiDo } from "./api.ts";

/** What a person types of a product; money in shekels. */
export type ProductFields = Omit<ProductView, "id" | "number" | "createdAt">;

/** Adds a product. Throws ApiError. */
export function addProduct(fields: ProductFields): Promise<ProductView> {
  return api("/api/crm/products", productView, { method: "POST", body: fields });
}

/** Changes what is named and nothing else: the stock may have been sold meanwhile. Throws ApiError. */
export function changeProduct(productId: string, changes: Partial<ProductFields>): Promise<ProductView> {
  return api(`/api/crm/products/${productId}`, productView, { method: "PATCH", body: changes });
}

/** Takes a product out of sale. Throws ApiError. */
export function removeProduct(productId: string): Promise<void> {
  return apiDo(`/api/crm/products/${productId}`, { method: "DELETE" });
}

/** Takes an order further, or cancels it. Throws ApiError. */
export function moveOrder(orderId: string, status: OrderStatus): Promise<void> {
  return apiDo(`/api/crm/orders/${orderId}`, { method: "PATCH", body: { status } });
}
