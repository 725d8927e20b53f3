import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { Button } from '../button.tsx'

interface Props {
  label: string
  or: string
  choose: string
  formats: string
  accept: readonly string[]
  isDisabled?: boolean
  onFiles(files: readonly File[]): void
}

/** A place to drop a file on, with a button that does the same from the keyboard. */
export function FileDrop({ label, or, choose, formats, accept, isDisabled = false, onFiles }: Props) {
  return (
    <DropZone
      className="drop"
      isDisabled={isDisabled}
      aria-label={label}
      onDrop={async event => {
        const files: File[] = []
        for (const item of event.items) if (item.kind === 'file') files.push(await item.getFile())
        onFiles(files)
      }}
    >
      <Text slot="label" className="drop-label">
        {label}
      </Text>
      <span className="drop-or">{or}</span>
      <FileTrigger acceptedFileTypes={accept} onSelect={list => onFiles(list ? [...list] : [])}>
        <Button isDisabled={isDisabled}>{choose}</Button>
      </FileTrigger>
      <span className="field-help">{formats}</span>
    </DropZone>
  )
}
