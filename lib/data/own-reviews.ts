import { db } from "./db";

/**
 * What somebody wrote into drafts and did in reviews, for their own data: every row that names them. The
 * texts of drafts and candidates belong to the spec and stay there.
 */
export async function listOwnReviews(id: string) {
  const [drafts, candidates, reviewed, publishing] = await Promise.all([
    listOwnWriting(id),
    listOwnCandidates(id),
    listOwnWords(id),
    listOwnPublishing(id),
  ]);
  return { ...drafts, ...candidates, ...reviewed, ...publishing };
}

async function listOwnWriting(id: string) {
  const [updates, clients, movedWords] = await Promise.all([
    db().draftUpdate.findMany({
      where: { authorId: id },
      orderBy: [{ specId: "asc" }, { seq: "asc" }],
      select: { specId: true, seq: true, at: true, origin: true, touched: true },
    }),
    db().draftClient.findMany({ where: { userId: id } }),
    db().candidateAuthor.findMany({ where: { userId: id } }),
  ]);
  return {
    // Numbers of the log are larger than JSON can hold, in theory.
    draftUpdates: updates.map((update) => ({ ...update, seq: update.seq.toString() })),
    draftClients: clients.map((client) => ({ ...client, clientId: client.clientId.toString() })),
    movedWords,
  };
}

async function listOwnCandidates(id: string) {
  const label = { select: { number: true, label: true } } as const;
  const [candidates, closedCandidates, assignments, ticks, inboxMail] = await Promise.all([
    db().candidate.findMany({
      where: { cutById: id },
      omit: { source: true, draftSeq: true },
    }),
    db().candidateClosure.findMany({ where: { byId: id } }),
    db().reviewAssignment.findMany({
      where: { OR: [{ userId: id }, { assignedById: id }] },
      include: { candidate: label },
    }),
    db().sectionView.findMany({ where: { userId: id } }),
    db().inboxMail.findUnique({ where: { userId: id } }),
  ]);
  return { candidates, closedCandidates, assignments, ticks, inboxMail };
}

async function listOwnWords(id: string) {
  const candidate = { select: { specId: true, number: true, label: true } } as const;
  const [
    approvals,
    retractions,
    objections,
    settledObjections,
    editorialMarks,
    reviewThreads,
    reviewMessages,
    suggestions,
  ] = await Promise.all([
    db().approval.findMany({ where: { reviewerId: id }, include: { candidate } }),
    db().approvalRetraction.findMany({ where: { byId: id } }),
    db().objection.findMany({ where: { byId: id }, include: { candidate } }),
    db().objectionEnd.findMany({ where: { byId: id } }),
    db().editorialMark.findMany({ where: { byId: id } }),
    db().reviewThread.findMany({ where: { openedById: id } }),
    db().reviewMessage.findMany({ where: { byId: id }, orderBy: { at: "asc" } }),
    db().appliedSuggestion.findMany({
      where: { OR: [{ authorId: id }, { byId: id }] },
      omit: { draftSeq: true },
    }),
  ]);
  return {
    approvals,
    retractions,
    objections,
    settledObjections,
    editorialMarks,
    reviewThreads,
    reviewMessages,
    suggestions,
  };
}

async function listOwnPublishing(id: string) {
  const [releases, errata, withdrawals, schedules, endedSchedules, overrides, confirmed, rules] =
    await Promise.all([
      db().release.findMany({ where: { publishedById: id }, omit: { source: true } }),
      db().releaseErratum.findMany({ where: { byId: id } }),
      db().releaseWithdrawal.findMany({ where: { byId: id } }),
      db().publishSchedule.findMany({ where: { byId: id } }),
      db().scheduleEnd.findMany({ where: { byId: id } }),
      db().breakGlass.findMany({ where: { askedById: id } }),
      db().breakGlassConfirmation.findMany({ where: { byId: id } }),
      db().reviewSettings.findMany({ where: { updatedById: id } }),
    ]);
  return {
    releases,
    errata,
    withdrawals,
    schedules,
    endedSchedules,
    overrides,
    confirmedOverrides: confirmed,
    reviewRules: rules,
  };
}
