// Builds the application for production: npm run build. Does nothing when the last build is fresh.
import { build } from "./build-application";
import { main } from "./progress";

await main(build);
