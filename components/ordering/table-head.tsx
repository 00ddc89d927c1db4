import { SortHead } from "../ui/sort-head.tsx";

/** What is needed of a table's column here; both tables have it. */
interface Header {
  id: string;
  column: {
    id: string;
    getIsSorted: () => false | "asc" | "desc";
    getCanSort: () => boolean;
    toggleSorting: (desc?: boolean) => void;
  };
}

interface TableHeadProps {
  headers: readonly Header[];
  label: (id: string) => string;
  width: (id: string) => string | undefined;
}

/** The heads of the columns; a second click turns the order around. */
export function TableHead({ headers, label, width }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {headers.map(({ id: key, column }) => {
          const { id } = column;
          const sorted = column.getIsSorted();
          const onSort = () => column.toggleSorting(sorted === "asc");
          return (
            <SortHead
              key={key}
              label={label(id)}
              sorted={sorted}
              onSort={column.getCanSort() ? onSort : undefined}
              className={width(id)}
            />
          );
        })}
      </tr>
    </thead>
  );
}
