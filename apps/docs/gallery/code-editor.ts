import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** An editor of the code of a page. Tab leaves it, as it does a text field. */
export interface CodeEditor {
  text(): string;
  replace(text: string): void;
  /** Underlines a line, from 1, and says why. */
  mark(line: number, message: string): void;
  close(): void;
}

/** Colours are variables of the page, which change with its theme. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.attributeValue, tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.unit, tags.color], color: 'var(--code-number)' },
  { tag: [tags.comment, tags.meta], color: 'var(--code-comment)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-function)' },
  { tag: [tags.tagName, tags.attributeName], color: 'var(--code-tag)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--vp-c-text-1)', backgroundColor: 'var(--vp-code-block-bg)' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--vp-c-text-1)' },
  '.cm-gutters': { color: 'var(--vp-c-text-2)', backgroundColor: 'var(--vp-code-block-bg)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'var(--vp-c-default-soft)' },
  '.cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
  '&.cm-focused': { outline: '2px solid var(--vp-c-brand-1)', outlineOffset: '-2px' },
  '.cm-tooltip': { color: 'var(--vp-c-text-1)', backgroundColor: 'var(--vp-c-bg-elv)' },
});

/** Opens an editor in an element. `run` is called when Ctrl and Enter, or Cmd and Enter, are pressed. */
export function openEditor(parent: Element, text: string, run: () => void): CodeEditor {
  const runKey = {
    key: 'Mod-Enter',
    run: () => {
      run();
      return true;
    },
  };
  const view = new EditorView({
    parent,
    doc: text,
    // What the page does comes after how it looks.
    scrollTo: EditorView.scrollIntoView(Math.max(0, text.indexOf('<script')), { y: 'start' }),
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      html(),
      syntaxHighlighting(colours),
      look,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'The code of the page', tabindex: '0' }),
      keymap.of([runKey, ...defaultKeymap, ...historyKeymap]),
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    replace(replaced) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: replaced } });
    },
    mark(line, message) {
      if (line < 1 || line > view.state.doc.lines) return;
      const { from, to } = view.state.doc.line(line);
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message }]));
    },
    close: () => view.destroy(),
  };
}
