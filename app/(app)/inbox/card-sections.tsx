import type { ReactNode } from "react";
import { CallsSection } from "#components/inbox/card/calls-section.tsx";
import { OrdersSection } from "#components/inbox/card/orders-section.tsx";
import { TasksSection } from "#components/inbox/card/tasks-section.tsx";
import { listCalls } from "#lib/calls/list-calls.ts";
import type { Context } from "#lib/context.ts";
import { listOrders } from "#lib/ordering/list-orders.ts";
import { may, type Role } from "#lib/permissions.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";

interface About {
  ctx: Context;
  role: Role;
  customerId: string;
  conversationId: string;
}

/** What each part of the product knows of a customer, in the order in which the card shows it. */
const sections: { name: string; render: (about: About) => Promise<ReactNode> }[] = [
  {
    name: "tasks",
    render: async ({ ctx, role, customerId, conversationId }) => (
      <TasksSection
        tasks={(await listTasks(ctx, { customerId, limit: 10 })).items}
        {...{ customerId, conversationId }}
        writable={may(role, "tasks.write")}
      />
    ),
  },
  {
    name: "calls",
    render: async ({ ctx, customerId }) => (
      <CallsSection calls={(await listCalls(ctx, { customerId, limit: 5 })).items} />
    ),
  },
  {
    name: "orders",
    render: async ({ ctx, customerId }) => {
      const { items } = await listOrders(ctx, { customerId, limit: 5 });
      return items.length === 0 ? null : <OrdersSection orders={items} />;
    },
  },
];

/** All of them, asked at once. */
export function cardSections(about: About): Promise<ReactNode[]> {
  return Promise.all(sections.map(async ({ name, render }) => <div key={name}>{await render(about)}</div>));
}
