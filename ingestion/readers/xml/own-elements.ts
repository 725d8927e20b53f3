import type { XmlAttributes } from './xml-names.ts'
import type { XmlListener } from './xml-scanner.ts'

/**
 * Hands on what is in the namespace of the document's root. Elements of other namespaces are extensions, which programs that
 * don't know them leave out with all that is in them: a row in one of them would be read here and seen by nobody in Excel.
 */
export function ownElements(listener: XmlListener): XmlListener {
  const { open, text, close } = listener
  /** The root's namespace, and the prefixes that stand for it; null before the root. */
  let namespace: string | null = null
  const prefixes = new Set<string>()
  /** Whether elements without a prefix are in it: asked for every element, so kept beside the set. */
  let hasBare = false
  /** How many elements are open inside a foreign one, itself included. */
  let foreign = 0

  function isOwn(name: string, attributes: XmlAttributes, written: string): boolean {
    const prefix = written.slice(0, Math.max(0, written.length - name.length - 1))
    const declared = attributes.declares ? attributes.get(declarationOf(prefix)) : undefined
    if (namespace === null) namespace = declared ?? ''
    else if (declared === undefined ? !prefixes.has(prefix) : declared !== namespace) return false
    if (attributes.declares)
      for (const [key, value] of Object.entries(attributes.toRecord()))
        if (value === namespace && key.startsWith('xmlns:')) prefixes.add(key.slice('xmlns:'.length))
    prefixes.add(prefix)
    hasBare = prefixes.has('')
    return true
  }

  return {
    open(name, attributes, written) {
      // As nearly all elements of a sheet are.
      if (foreign === 0 && hasBare && written === name && !attributes.declares)
        open(name, attributes, written)
      else if (foreign > 0) foreign++
      else if (isOwn(name, attributes, written)) open(name, attributes, written)
      else foreign = 1
    },
    text(piece) {
      if (foreign === 0) text?.(piece)
    },
    close(name) {
      if (foreign > 0) foreign--
      else close?.(name)
    },
  }
}

const declarationOf = (prefix: string): string => (prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
