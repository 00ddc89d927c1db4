import { encode } from "uqr";

/** A text as a picture for a camera: dark on white in both looks, because cameras want it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-68 rounded-md bg-white"
    >
      <path d={dark.join("")} fill="black" />
    </svg>
  );
}
