"use client";
import { Plus, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";

interface Row {
  /** Tells rows apart while some come and go. */
  key: number;
}

interface RowsFieldProps<R extends Row> {
  legend: string;
  rows: R[];
  most: number;
  error?: string | undefined;
  /** Other rows, to be taken with one click, and why they are not there. */
  offer?: { reason: string; label: string; rows: R[] } | null;
  addLabel: string;
  removeLabel: (row: R) => string;
  blank: (key: number) => R;
  onChange: (rows: R[]) => void;
  /** What is typed into, of one row; `isNew` for one that has just come and takes the focus. */
  children: (row: R, change: (row: R) => void, isNew: boolean) => ReactNode;
}

/** A short list that is written on: changed, taken away from, added to. The focus never gets lost on the way. */
export function RowsField<R extends Row>({ rows, error, offer, onChange, ...props }: RowsFieldProps<R>) {
  const adding = useRef<HTMLButtonElement>(null);
  const [touched, setTouched] = useState(false);
  function put(changed: R[]) {
    setTouched(true);
    onChange(changed);
  }
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-1.5 font-semibold text-sm">{props.legend}</legend>
      {offer ? (
        <p className="text-ink-2 text-xs">
          {offer.reason}{" "}
          <button
            type="button"
            onClick={() => put(offer.rows)}
            className="rounded-sm font-semibold text-brand-strong hover:underline"
          >
            {offer.label}
          </button>
        </p>
      ) : null}
      {rows.map((row) => (
        <div key={row.key} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-1.5">
          {props.children(
            row,
            (changed) => onChange(rows.map((one) => (one.key === row.key ? changed : one))),
            touched,
          )}
          <Button
            look="bare"
            size="icon"
            aria-label={props.removeLabel(row)}
            onClick={() => {
              put(rows.filter(({ key }) => key !== row.key));
              adding.current?.focus();
            }}
          >
            <X aria-hidden="true" />
          </Button>
        </div>
      ))}
      {error ? (
        <p role="alert" className="font-semibold text-live-strong text-xs">
          {error}
        </p>
      ) : null}
      {rows.length < props.most ? (
        <Button
          ref={adding}
          size="sm"
          look="bare"
          // It comes back when one of the most rows goes.
          autoFocus={touched}
          onClick={() => put([...rows, props.blank(nextKey)])}
          className="justify-self-start"
        >
          <Plus aria-hidden="true" />
          {props.addLabel}
        </Button>
      ) : null}
    </fieldset>
  );
}
