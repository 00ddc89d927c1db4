import { Pencil, Trash2 } from "lucide-react";
import { Button } from "./button.tsx";

interface EditButtonsProps {
  editLabel: string;
  removeLabel: string;
  onEdit: () => void;
  onRemove: () => void;
}

/** At the end of a row: change it, take it away. */
export function EditButtons({ editLabel, removeLabel, onEdit, onRemove }: EditButtonsProps) {
  return (
    <>
      <Button look="bare" size="icon" aria-label={editLabel} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </Button>
      <Button look="bare" size="icon" aria-label={removeLabel} onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </Button>
    </>
  );
}
