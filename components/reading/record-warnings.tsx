import { Day } from "./day";
import type { RecordFacts } from "./record-facts";

/** What a reader of a record has to know first: withdrawn, or published against the rules. */
export function RecordWarnings({ record: { withdrawal, override } }: { record: RecordFacts }) {
  return (
    <>
      {withdrawal && (
        <div className="notice notice-strong" role="note">
          <b>This release was withdrawn</b> by {withdrawal.by} on <Day at={withdrawal.at} />. Do not
          rely on it; its text stays readable.
          <p className="said">{withdrawal.reason}</p>
        </div>
      )}
      {override && (
        <div className="notice notice-strong" role="note">
          <b>Published against the rules of this spec</b> on <Day at={override.at} />. Asked for by{" "}
          {override.askedBy}, confirmed by {override.confirmedBy}.
          <p className="said">{override.reason}</p>
          <p>What was not met:</p>
          <ul>
            {override.unmet.map(({ title, words }) => (
              <li key={title}>
                {title}: {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
