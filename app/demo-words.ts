/** What the banner of the demo says, on every page. */
export const DEMO_WORDS = "Demonstration: what you write stays on this computer.";
