/** A picture whose parts do not follow one another as its format says. */
export class UnreadablePicture extends Error {}
