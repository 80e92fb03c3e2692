/** How much longer than usual random and hostile tests run: `SOAK=20 npx vitest run lib/markdown`. */
export const SOAK = Math.max(1, Number(process.env["SOAK"] ?? 1) || 1);
