import { AppError } from "@/lib/errors";

/** What was given cannot be imported; the words say why and what to do. Nothing was written. */
export class ImportRefused extends AppError {
  readonly code = "import_refused";
  readonly status = 422;
}
