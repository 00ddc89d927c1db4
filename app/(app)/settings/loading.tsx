import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function SettingsLoading() {
  return (
    <Card className="grid gap-5 p-5">
      {["a", "b", "c", "d"].map((row) => (
        <div key={row} className="grid gap-2">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-10 w-full" />
        </div>
      ))}
    </Card>
  );
}
