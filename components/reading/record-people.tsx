import { Day } from "./day";
import { counted, type RecordFacts } from "./record-facts";

/** Who approved a release, with what they said and what they disagree with. */
export function RecordedApprovals({ record: { approvals, candidate } }: { record: RecordFacts }) {
  return (
    <>
      {approvals.length === 0 && <p>Nobody approved it.</p>}
      <ul className="record-list">
        {approvals.map(({ by, role, at, changes, statement, dissent }) => (
          <li key={`${by} ${at.toISOString()}`}>
            <p>
              <b>{by}</b> ({role}) approved {counted(changes, "change")}, <Day at={at} />
            </p>
            {statement && <p className="said">{statement}</p>}
            {dissent && (
              <p className="said">
                <b>Dissent: </b>
                {dissent}
              </p>
            )}
          </li>
        ))}
      </ul>
      {candidate && (
        <p className="colophon">
          Reviewed as candidate {candidate.number}, made by {candidate.cutBy} on{" "}
          <Day at={candidate.cutAt} />. Nobody’s approval counts for what they helped to write.
        </p>
      )}
    </>
  );
}

/** Objections that the release was published against, each with the reason for setting it aside. */
export function RecordedObjections({ objections }: Pick<RecordFacts, "objections">) {
  return (
    <ul className="record-list">
      {objections.map(({ by, reason, at, end }) => (
        <li key={`${by} ${at.toISOString()}`}>
          <p>
            <b>{by}</b>, <Day at={at} />
          </p>
          <p className="said">{reason}</p>
          {end && (
            <p className="said">
              <b>Dismissed by {end.by}: </b>
              {end.reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
