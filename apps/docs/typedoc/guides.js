import { readFileSync } from 'node:fs';
import { CommentTag, Converter } from 'typedoc';

/** Makes a link to a guide, the last one under "See also", of `@guide coordinates`. */
export function linkGuides(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const { comment } of Object.values(project.reflections)) {
      const guides = comment?.getTags('@guide') ?? [];
      if (guides.length === 0) continue;
      const links = guides.map(({ content }) =>
        linkTo(
          content
            .map(({ text }) => text)
            .join('')
            .trim(),
        ),
      );
      comment.removeTags('@guide');
      const see = comment.getTag('@see') ?? new CommentTag('@see', []);
      comment.removeTags('@see');
      const before = see.content.length > 0 ? '\n\n' : '';
      const word = links.length > 1 ? 'Guides' : 'Guide';
      const text = `${before}${word}: ${links.join(', ')}`;
      comment.blockTags.push(new CommentTag('@see', [...see.content, { kind: 'text', text }]));
    }
  });
}

/** Throws for a guide that is not there. */
function linkTo(name) {
  const page = readFileSync(new URL(`../guide/${name}.md`, import.meta.url), 'utf8');
  const [, title] = page.match(/^# (.*)$/m);
  return `[${title}](/guide/${name})`;
}
