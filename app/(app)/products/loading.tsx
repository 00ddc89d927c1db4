import { Card } from "#components/ui/card.tsx";
import { Page } from "#components/ui/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ProductsLoading() {
  return (
    <Page className="max-w-[980px]">
      <div className="grid gap-2">
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-4 w-56" />
      </div>
      <Skeleton className="h-12 w-full" />
      <Card className="grid gap-5 p-4">
        {["a", "b", "c", "d", "e"].map((row) => (
          <Skeleton key={row} className="h-8 w-full" />
        ))}
      </Card>
    </Page>
  );
}
