import { describe, expect, it } from "vitest";
import { readNumbers } from "./numbers.ts";

const phones = (text: string) => readNumbers(text).phones;

describe("numbers out of what somebody pastes", () => {
  it("are understood in any usual way of writing, each once", () => {
    const read = readNumbers("052-123-4567\n+972 54 765 4321, 0521234567\r\n(03) 612-3456;0547654321");
    expect(read).toEqual({
      phones: ["+972521234567", "+972547654321", "+97236123456"],
      duplicates: 2,
      rejected: { count: 0, samples: [] },
    });
  });

  it("come out of a table, the first of each line, whatever stands beside them", () => {
    expect(
      phones('\ufeffטלפון,שם\n0521234567,"כהן, נועה"\n\'0547654321\tרינה\t12\n"0501234567",דן,0541111111'),
    ).toEqual(["+972521234567", "+972547654321", "+972501234567"]);
  });

  it("are none where there is a formula, a word, a short number or an endless one", () => {
    const hostile = [
      '=HYPERLINK("http://evil.example","0521234567")',
      "=cmd|' /C calc'!A0",
      "@SUM(1+1)*052",
      "<script>alert(1)</script>",
      "*6555",
      "12",
      "9".repeat(10_000),
      "\u202e0521234567x",
    ];
    const { phones: found, rejected } = readNumbers(hostile.join("\n"));
    expect(found).toEqual([]);
    expect(rejected.count).toBe(hostile.length);
    expect(rejected.samples).toHaveLength(5);
    expect(rejected.samples.every((one) => one.length <= 40)).toBe(true);
  });

  it("are looked for to the end in as much as may be pasted", () => {
    const read = readNumbers(`${",".repeat(150_000)}\n${"(".repeat(200_000)}\n0521234567`);
    expect(read).toMatchObject({ phones: ["+972521234567"], rejected: { count: 2 } });
  });
});
