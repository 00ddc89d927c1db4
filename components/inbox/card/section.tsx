import { type ReactNode, useId } from "react";

interface CardSectionProps {
  title: string;
  /** Stands at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** One part of the card. What another part of the product knows of a customer is one more of these. */
export function CardSection({ title, action, children }: CardSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1.5 border-line border-t pt-4">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h2 id={id} className="font-bold text-sm">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

interface CardListProps {
  none: string;
  children: ReactNode[];
}

/** The newest of something; or that there is none. */
export function CardList({ none, children }: CardListProps) {
  return children.length === 0 ? (
    <p className="text-ink-3 text-sm">{none}</p>
  ) : (
    <ul className="-mx-1.5 grid gap-0.5">{children}</ul>
  );
}
