import { useState } from 'react'

export interface TreeNode {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly children: readonly TreeNode[]
}

interface Props {
  caption: string
  columns: readonly [string, string]
  nodes: readonly TreeNode[]
}

interface Line {
  readonly node: TreeNode
  readonly level: number
}

function linesOf(nodes: readonly TreeNode[], open: ReadonlySet<string>, level = 1): Line[] {
  return nodes.flatMap(node => [
    { node, level },
    ...(open.has(node.id) ? linesOf(node.children, open, level + 1) : []),
  ])
}

/** A table whose rows open into their parts; a plain table with a button in each row that has parts. */
export function TreeTable({ caption, columns, nodes }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(nodes.slice(0, 1).map(node => node.id)))
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <table className="tree">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col" className="number">
            {columns[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(nodes, open).map(({ node, level }) => (
          <tr key={node.id}>
            <th scope="row" className={`tree-${Math.min(level, 4)}`}>
              {node.children.length === 0 ? (
                node.name
              ) : (
                <button
                  type="button"
                  className="tree-toggle"
                  aria-expanded={open.has(node.id)}
                  onClick={() => toggle(node.id)}
                >
                  <span className="caret" aria-hidden="true" />
                  {node.name}
                </button>
              )}
            </th>
            <td className="number">{node.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
