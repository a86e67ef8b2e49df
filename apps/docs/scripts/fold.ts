/** What is long and for few: it opens on a click, or when it is searched for. The title says what is inside. */
export function fold(title: string, content: string): string {
  return `::: details ${title}\n\n${content}\n\n:::`;
}

/** A fold whose title is a heading, which links and searches lead to. */
export function foldUnderHeading(heading: string, content: string): string {
  return `<details class="details custom-block">\n<summary>\n\n${heading}\n\n</summary>\n\n${content}\n\n</details>`;
}
