import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completionsAt } from './completion.ts';
import { faultOf } from './statement.ts';

/** A text field for statements. */
export interface Editor {
  setText(text: string): void;
  /** Mark the place that a message speaks of; without one, nothing is wrong. */
  mark(message: string | undefined): void;
  focus(): void;
  close(): void;
}

// In a shadow root CodeMirror's styles are sheets, not elements: the page's policy refuses style elements.
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--executive)' },
  { tag: tags.number, color: 'var(--project)' },
  { tag: tags.comment, color: 'var(--faint)' },
  { tag: [tags.atom, tags.typeName], color: 'var(--company)' },
]);

const LOOK = EditorView.theme({
  '&': { maxHeight: '30vh', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px', borderRadius: '8px' },
  '.cm-scroller': { font: '13px / 1.6 var(--mono), var(--sans)' },
  '.cm-content': { minHeight: '66px', padding: '8px 4px', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: '8px',
    background: 'var(--card)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--sunk)', color: 'var(--ink)' },
});

/** Open CodeMirror in an element: colours, completion from the schema, undo. Ctrl-Enter runs, Escape leaves. */
export function openEditor(
  parent: HTMLElement,
  text: string,
  label: string,
  events: { readonly onText: (text: string) => void; readonly onRun: () => void },
): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        StreamLanguage.define(cypher),
        syntaxHighlighting(COLOURS),
        LOOK,
        autocompletion({ override: [complete], icons: false }),
        keymap.of([
          { key: 'Mod-Enter', run: act(events.onRun) },
          ...completionKeymap,
          { key: 'Escape', run: act((editor) => editor.contentDOM.blur()) },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) events.onText(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(next) {
      if (next !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    mark(message) {
      const place = message === undefined ? undefined : faultOf(view.state.doc.toString(), message);
      const faults: Diagnostic[] = place && message ? [{ ...place, severity: 'error', message }] : [];
      view.dispatch(setDiagnostics(view.state, faults));
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** A key's command: what it does, and that nothing else has to. */
function act(does: (editor: EditorView) => void): (editor: EditorView) => boolean {
  return (editor) => {
    does(editor);
    return true;
  };
}

function complete(context: CompletionContext) {
  const found = completionsAt(context.state.sliceDoc(0, context.pos));
  if (!found) return null;
  return {
    from: found.from,
    options: found.completions.map(({ label, kind }) => ({ label, type: kind })),
    validFor: /^[\p{L}\p{N}_]*$/u,
  };
}
