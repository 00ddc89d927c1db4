import { Skeleton } from "#components/ui/skeleton.tsx";

export default function InboxLoading() {
  return (
    <div className="grid h-[calc(100dvh-4rem)] max-md:h-[calc(100dvh-9.75rem)] grid-cols-[minmax(0,1fr)] lg:grid-cols-[320px_minmax(0,1fr)]">
      <div className="grid content-start gap-5 border-line border-e bg-surface-1 p-4">
        <Skeleton className="h-9 w-full" />
        {["a", "b", "c", "d", "e", "f"].map((row) => (
          <div key={row} className="flex gap-3">
            <Skeleton className="size-9 rounded-full" />
            <Skeleton className="h-9 flex-1" />
          </div>
        ))}
      </div>
      <div className="grid content-start gap-4 p-6 max-lg:hidden">
        <Skeleton className="h-14 w-2/3" />
        <Skeleton className="ms-auto h-14 w-1/2" />
        <Skeleton className="h-14 w-1/2" />
      </div>
    </div>
  );
}
