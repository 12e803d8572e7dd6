/** A memo as elements. Every word of it becomes a text node: whatever it holds, nothing in it is markup. */
import { type ComponentChildren, createElement } from 'preact';
import type { Block, Inline, List, Table } from '../../document/tree.js';

interface TreeProps {
  readonly tree: unknown;
  readonly pictures: Readonly<Record<string, string>>;
}

export function MarkdownTree({ tree, pictures }: TreeProps) {
  const { children = [] } = (tree ?? {}) as { children?: readonly Block[] };
  return <div class="memo">{children.map((each) => block(each, pictures))}</div>;
}

type Pictures = TreeProps['pictures'];

function block(node: Block, pictures: Pictures): ComponentChildren {
  switch (node.type) {
    case 'heading':
      return createElement(`h${node.depth}`, {}, inlines(node.children, pictures));
    case 'paragraph':
      return <p>{inlines(node.children, pictures)}</p>;
    case 'blockquote':
    case 'alert':
      return <blockquote>{blocks(node.children, pictures)}</blockquote>;
    case 'footnoteDefinition':
      return <div>{blocks(node.children, pictures)}</div>;
    case 'list':
      return list(node, pictures);
    case 'code':
      return <pre>{node.value}</pre>;
    case 'thematicBreak':
      return <hr />;
    case 'table':
      return table(node, pictures);
    case 'directive':
    case 'figure':
      return <div>{blocks(node.children, pictures)}</div>;
  }
}

function blocks(nodes: readonly Block[], pictures: Pictures): ComponentChildren {
  return nodes.map((each) => block(each, pictures));
}

function list({ ordered, start, children }: List, pictures: Pictures) {
  const items = children.map(({ checked, children: content }) => (
    <li>
      {checked === null ? null : checked ? '☑ ' : '☐ '}
      {blocks(content, pictures)}
    </li>
  ));
  return ordered ? <ol start={start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

function table({ children }: Table, pictures: Pictures) {
  const [head, ...rows] = children;
  return (
    <div class="table">
      <table>
        <thead>
          <tr>
            {head?.children.map((cell) => (
              <th scope="col">{inlines(cell.children, pictures)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.children.map((cell) => (
                <td>{inlines(cell.children, pictures)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inlines(nodes: readonly Inline[], pictures: Pictures): ComponentChildren {
  return nodes.map((each) => inline(each, pictures));
}

function inline(node: Inline, pictures: Pictures): ComponentChildren {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return <em>{inlines(node.children, pictures)}</em>;
    case 'strong':
      return <strong>{inlines(node.children, pictures)}</strong>;
    case 'delete':
      return <del>{inlines(node.children, pictures)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return link(node.url, inlines(node.children, pictures));
    case 'image':
      return pictures[node.url]?.startsWith('data:image/') ? <img src={pictures[node.url]} alt={node.alt} /> : node.alt;
    case 'footnoteReference':
      return <sup>{node.identifier}</sup>;
    case 'citation':
      return <sup>{node.items.map(({ number, source }) => number ?? source).join(', ')}</sup>;
    case 'span':
      return <span lang={node.lang}>{inlines(node.children, pictures)}</span>;
  }
}

/** An address within the memo, or one that is no address of the web, stays text. */
function link(url: string, children: ComponentChildren): ComponentChildren {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
