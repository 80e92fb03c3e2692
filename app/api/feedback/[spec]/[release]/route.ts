import { listConsultations, type ConsultationView } from "@/lib/data/consultations";
import { countByPlace } from "@/lib/data/feedback-counts";
import { NotFound } from "@/lib/errors";
import { cachedJson, missing } from "../../cached-json";
import { openFeedback, type FeedbackAddress } from "../../open-feedback";

/** How many threads stand where in a release, and whether the public is asked at the moment. */
export async function GET(request: Request, address: FeedbackAddress): Promise<Response> {
  try {
    const { spec, release } = await openFeedback(address);
    const [places, consultations] = await Promise.all([
      countByPlace(spec.id, release.id),
      listConsultations(spec.id),
    ]);
    const current =
      consultations.find(({ state }) => state === "open") ??
      consultations.findLast(({ state }) => state === "announced");
    return cachedJson(request, {
      spec: spec.slug,
      release: release.label,
      isOpen: spec.isOpen && !spec.isArchived,
      consultation: current ? consultationOf(current) : null,
      places,
    });
  } catch (error) {
    if (error instanceof NotFound) return missing(error.message);
    throw error;
  }
}

const consultationOf = ({ title, state, opensAt, closesAt }: ConsultationView) => ({
  title,
  state,
  opensAt,
  closesAt,
});
