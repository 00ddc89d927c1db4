/** https://docs.tranzila.com/docs/reports/tranzila-transaction-reports-api/gettransactions (without dfields) */
import { z } from "zod";
import type { TranzilaTerminal } from "../terminals.ts";
import { type ReportRow, reportRow } from "../transaction-views.ts";
import type { Transactions } from "../transactions.ts";

const OPERATORS = {
  equals: (found: string, wanted: string) => found === wanted,
  contains: (found: string, wanted: string) => found.includes(wanted),
  starts_with: (found: string, wanted: string) => found.startsWith(wanted),
  ends_with: (found: string, wanted: string) => found.endsWith(wanted),
} as const;

const detailed = z.enum(["Y", "N"]).optional();
const oneTransaction = z.strictObject({ terminal_name: z.string(), transaction_index: z.int().min(0), detailed });
const dateRange = (terminal: TranzilaTerminal) =>
  z
    .strictObject({
      terminal_name: z.string(),
      transaction_start_date: z.iso.date(),
      transaction_end_date: z.iso.date(),
      page: z.int().min(1).default(1),
      page_results: z.int().min(1).max(1000).default(1000),
      order_direction: z.enum(["asc", "desc"]).default("desc"),
      detailed,
      ufields: z
        .array(
          z.strictObject({
            name: z.enum(terminal.fields),
            operator: z.enum(["equals", "contains", "starts_with", "ends_with"]),
            value: z.string(),
          }),
        )
        .default([]),
    })
    .refine((range) => range.transaction_start_date <= range.transaction_end_date, "the range ends before it starts");

interface Report {
  transactions: ReportRow[];
  /** How many rows stand in this answer. Whether the real one counts the other pages, too, is documented nowhere. */
  rows: number;
}

/** One transaction by its index, or those of a range of days; throws a ZodError when the body asks for neither. */
export function reportTransactions(transactions: Transactions, terminal: TranzilaTerminal, body: unknown): Report {
  const query = z.union([oneTransaction, dateRange(terminal)]).parse(body);
  const all = transactions
    .of(terminal.name)
    .map((one) => ({ fields: one.order.fields, row: reportRow(terminal, one) }));
  if ("transaction_index" in query)
    return report(all.map(({ row }) => row).filter((row) => row.index === query.transaction_index));
  const found = all
    .filter(({ row }) => row.transaction_date >= query.transaction_start_date)
    .filter(({ row }) => row.transaction_date <= query.transaction_end_date)
    .filter(({ fields }) =>
      query.ufields.every(({ name, operator, value }) => OPERATORS[operator](fields[name] ?? "", value)),
    )
    .map(({ row }) => row);
  const ordered = query.order_direction === "asc" ? found : found.toReversed();
  return report(ordered.slice((query.page - 1) * query.page_results, query.page * query.page_results));
}

function report(rows: ReportRow[]): Report {
  return { transactions: rows, rows: rows.length };
}
