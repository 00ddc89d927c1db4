import { type ReactNode, useId } from "react";

interface CardSectionProps {
  title: string;
  children: ReactNode;
}

/** One part of the card. What another part of the product knows of a customer is one more of these. */
export function CardSection({ title, children }: CardSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1.5 border-line border-t pt-4">
      <h2 id={id} className="font-bold text-sm">
        {title}
      </h2>
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
