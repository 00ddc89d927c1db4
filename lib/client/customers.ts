import {
  type AddNumberInput,
  type CustomerCard,
  customerCard,
  type UpdateCustomerInput,
} from "#lib/customers/schemas.ts";
import { api } from "./api.ts";

/** Changes what is known of a customer. Throws ApiError. */
export function updateCustomer({ customerId, ...body }: UpdateCustomerInput): Promise<CustomerCard> {
  return api(`/api/crm/customers/${customerId}`, customerCard, { method: "PATCH", body });
}

/** Adds a further number. Throws ApiError. */
export function addNumber({ customerId, ...body }: AddNumberInput): Promise<CustomerCard> {
  return api(`/api/crm/customers/${customerId}/numbers`, customerCard, { method: "POST", body });
}

/** Takes a further number away. Throws ApiError. */
export function removeNumber(customerId: string, phone: string): Promise<CustomerCard> {
  return api(`/api/crm/customers/${customerId}/numbers`, customerCard, { method: "DELETE", query: { phone } });
}
