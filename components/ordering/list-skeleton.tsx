import { Card } from "../ui/card.tsx";
import { Page } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** A list of products or orders while it comes. */
export function ListSkeleton() {
  return (
    <Page>
      <div className="grid gap-2">
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-4 w-56" />
      </div>
      <Skeleton className="h-10 w-full" />
      <Card className="grid gap-5 p-4">
        {["a", "b", "c", "d", "e", "f"].map((row) => (
          <Skeleton key={row} className="h-9 w-full" />
        ))}
      </Card>
    </Page>
  );
}
