/** The look of feedback, with the tokens of the page; it comes with the script, so reading pays nothing for it. */
export function styles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
.fb-panel{position:fixed;z-index:40;inset:0 0 0 auto;width:min(26rem,100vw);height:100dvh;max-height:none;max-width:none;margin:0;padding:1rem 1.25rem 2rem;overflow-y:auto;border:0;border-inline-start:1px solid var(--color-line);background:var(--color-raised);color:var(--color-ink);font:.875rem/1.35rem var(--font-sans);box-shadow:0 0 32px #0003}
.fb-panel header{display:flex;gap:1rem;align-items:start;justify-content:space-between}
.fb-panel h2{margin:0 0 .75rem;font:600 1.125rem/1.5rem var(--font-serif);outline:0}
.fb-close{flex:none;width:2rem;height:2rem;border:0;background:none;color:inherit;font-size:1rem;cursor:pointer}
.fb-panel form{display:grid;gap:.625rem;padding-bottom:1rem;border-bottom:1px solid var(--color-line)}
.fb-panel textarea,.fb-panel select{width:100%;box-sizing:border-box;padding:.5rem .75rem;border:1px solid var(--color-line-strong);border-radius:.25rem;background:var(--color-surface);color:inherit;font:1rem/1.4rem var(--font-sans)}
.fb-panel [hidden]{display:none}
.fb-panel blockquote{margin:0;padding:0;border:0;font:1rem/1.5rem var(--font-serif);display:-webkit-box;-webkit-line-clamp:4;-webkit-box-orient:vertical;overflow:hidden;background:var(--color-mark-bg)}
.fb-panel article{display:grid;gap:.5rem;padding:1rem 0;border-bottom:1px solid var(--color-line)}
.fb-panel p{margin:0;overflow-wrap:anywhere}
.fb-panel a{color:var(--color-accent);min-height:1.5rem}
.fb-state,.fb-who,.fb-note{color:var(--color-ink-muted);font-size:.8125rem}
.fb-official,.fb-reason{padding:.5rem .75rem;border-radius:.375rem;background:var(--color-sunken)}
.fb-problem{color:var(--color-negative)}.fb-problem:empty{display:none}
.fb-send{justify-self:start;min-height:2.25rem;padding:.25rem .875rem;border:0;border-radius:.25rem;background:var(--color-accent-fill);color:var(--color-on-fill);font:500 .875rem/1.25rem var(--font-sans);cursor:pointer}
@media (max-width:40rem){.fb-panel{inset:auto 0 0 0;width:100vw;height:auto;max-height:85dvh;border-radius:.75rem .75rem 0 0;border-inline-start:0}}
@media print{.fb-panel{display:none}}
`);
  return sheet;
}
