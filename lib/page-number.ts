/** Which page of a list an address asks for, from 1; what makes no sense asks for the first. */
export const pageNumber = (text: string | undefined): number =>
  Math.max(1, Number.parseInt(text ?? "", 10) || 1);
