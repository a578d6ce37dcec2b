/** A page to try the API: made from the OpenAPI document by a script of our own; nothing is fetched from elsewhere. */
export const DOCS_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Yuantu API 园图接口</title>
<link rel="stylesheet" href="docs.css">
<h1>Yuantu API 园图接口</h1>
<p><a href="openapi.json">openapi.json</a></p>
<main id="operations"></main>
<script type="module" src="docs.js"></script>
</html>
`;

export const DOCS_STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff; }
details { border: 1px solid #c9d1da; border-radius: 6px; margin: .5rem 0; padding: .5rem 1rem; }
summary { cursor: pointer; }
summary code { font-weight: 600; }
label { display: block; margin: .5rem 0; }
input, textarea { font: inherit; width: 100%; box-sizing: border-box; }
textarea { min-height: 8rem; font-family: ui-monospace, monospace; }
pre { background: #f2f4f7; padding: 1rem; overflow: auto; max-height: 30rem; }
@media (prefers-color-scheme: dark) { body { background: #14181f; color: #dfe5ec; } pre { background: #1e242d; } a { color: #8ab4f8; } }
`;

// Text is put in as text only: answers hold what articles say.
export const DOCS_SCRIPT = `const make = (tag, content = '', attributes = {}) => {
  const element = document.createElement(tag);
  element.textContent = content;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const { paths } = await (await fetch('openapi.json')).json();
for (const [path, methods] of Object.entries(paths))
  for (const [method, operation] of Object.entries(methods)) {
    const box = make('details');
    const head = make('summary');
    head.append(make('code', method.toUpperCase() + ' ' + path), ' ' + operation.summary + ' (' + operation['x-role'] + ')');
    const form = make('form');
    for (const { name, required, schema } of operation.parameters ?? []) {
      const label = make('label', name + (schema.description ? ': ' + schema.description : ''));
      const input = make('input', '', { name, placeholder: schema.default ?? schema.enum?.join(' ') ?? '' });
      input.required = required;
      label.append(input);
      form.append(label);
    }
    const content = operation.requestBody?.content['application/json'];
    if (content) {
      const label = make('label', 'JSON');
      label.append(make('textarea', '{\\n' + Object.keys(content.schema.properties ?? {}).map((name) => '  ' + JSON.stringify(name) + ': null').join(',\\n') + '\\n}', { name: ' body' }));
      form.append(label);
    }
    const answer = make('pre');
    answer.hidden = true;
    form.append(make('button', 'Send'));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const values = new FormData(form);
      const query = new URLSearchParams();
      let address = path;
      for (const { name, in: place } of operation.parameters ?? []) {
        const value = values.get(name);
        if (place === 'path') address = address.replace('{' + name + '}', encodeURIComponent(value));
        else if (value !== '') query.set(name, value);
      }
      const body = content && { body: values.get(' body'), headers: { 'content-type': 'application/json' } };
      const response = await fetch(address + (query.size ? '?' + query : ''), { method, ...body });
      const text = await response.text();
      let shown = text;
      try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch {}
      answer.hidden = false;
      answer.textContent = response.status + ' ' + response.statusText + '\\n\\n' + shown.slice(0, 100000);
    });
    box.append(head, form, answer);
    document.querySelector('#operations').append(box);
  }
`;
