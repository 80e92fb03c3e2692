/** The PostgreSQL channel on which "what readers see of this spec has changed" is told to all processes. */
export const RELEASE_CHANNEL = "precept_release";
