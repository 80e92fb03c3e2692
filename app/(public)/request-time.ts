/** When a page was asked for, in milliseconds: forms say how long they were open. */
export const requestTime = (): number => new Date().getTime();
