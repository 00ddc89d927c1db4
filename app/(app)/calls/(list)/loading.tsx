import { Card } from "#components/ui/card.tsx";
import { Page } from "#components/ui/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function CallsLoading() {
  return (
    <Page>
      <div className="grid gap-2">
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-4 w-56" />
      </div>
      <Skeleton className="h-10 w-full" />
      <Card className="grid gap-6 p-4">
        {Array.from({ length: 8 }, (_, row) => `row-${row}`).map((row) => (
          <Skeleton key={row} className="h-8 w-full" />
        ))}
      </Card>
    </Page>
  );
}
