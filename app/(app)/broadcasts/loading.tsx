import { ListSkeleton } from "#components/ordering/list-skeleton.tsx";

export default function BroadcastsLoading() {
  return <ListSkeleton />;
}
