"use client";

/** When not even the layout could be made: no words file, no styles, so both are here. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="he" dir="rtl">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          display: "grid",
          placeItems: "center",
          minHeight: "90vh",
          textAlign: "center",
        }}
      >
        <main>
          <h1 style={{ fontSize: "1.25rem" }}>משהו השתבש אצלנו</h1>
          <p>הדף לא נטען. כדאי לנסות שוב בעוד רגע.</p>
          <button type="button" onClick={retry} style={{ font: "inherit", padding: "8px 16px" }}>
            לנסות שוב
          </button>
        </main>
      </body>
    </html>
  );
}
