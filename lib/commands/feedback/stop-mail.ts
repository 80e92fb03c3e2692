import { readStopMailToken, type StoppableMail } from "@/lib/auth/stop-mail-token";
import { transaction } from "@/lib/data/transaction";
import { NotFound } from "@/lib/errors";
import { setMailPace, setReviewMail } from "./save-mail-choice";

/**
 * Stops one kind of mail for whoever's link it is, or, pressed in error, starts it again. Nobody signs
 * in for it: the link is proof enough that somebody read the mail. Twice is once.
 *
 * @throws NotFound when the link is none of ours, or the account is gone.
 */
export async function stopMail(token: string, stops: boolean): Promise<StoppableMail> {
  const known = readStopMailToken(token);
  if (!known) throw new NotFound("mail that this link could stop");
  const { userId, mail } = known;
  return transaction(async (tx) => {
    const person = await tx.user.count({ where: { id: userId, erasedAt: null } });
    if (person === 0) throw new NotFound("mail that this link could stop");
    if (mail === "reviews") await setReviewMail(tx, userId, !stops);
    else await setMailPace(tx, userId, stops ? "never" : "daily");
    return mail;
  });
}
