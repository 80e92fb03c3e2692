/** A frame until the real front page stands here. */
export default function HomePage() {
  return (
    <main id="main" className="mx-auto max-w-measure px-4 py-16">
      <h1 className="font-serif text-3xl font-semibold">Precept</h1>
    </main>
  );
}
