/**
 * Whether an address is a bitmap that it contains itself. Not SVG: opened in a tab of its own it would
 * be a page.
 */
export const isOwnPicture = (src: string): boolean =>
  /^data:image\/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/.test(src);
