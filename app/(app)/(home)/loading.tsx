import { Card } from "#components/ui/card.tsx";
import { Page } from "#components/ui/page.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function HomeLoading() {
  return (
    <Page>
      <div className="grid gap-2">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-4 w-64" />
      </div>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {["calls", "answered", "customers", "speed"].map((name) => (
          <Card key={name} className="grid gap-2.5 p-4">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-8 w-16" />
            <Skeleton className="h-3 w-28" />
          </Card>
        ))}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(280px,1fr)]">
        <Card className="grid gap-5 p-4">
          <Skeleton className="h-5 w-32" />
          {["a", "b", "c", "d"].map((row) => (
            <Skeleton key={row} className="h-10 w-full" />
          ))}
        </Card>
        <Card className="grid gap-5 p-4">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </Card>
      </div>
    </Page>
  );
}
