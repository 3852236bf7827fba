/** A text as it stands within a sentence: what has a capital of its own, a Tổ above all, keeps it. */
export function midSentence(text: string): string {
  return /^Tổ(?!\p{L})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
