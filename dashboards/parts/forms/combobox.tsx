import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'

export interface Suggestion {
  readonly id: string
  /** What is searched and read out. */
  readonly text: string
  readonly content: ReactNode
}

interface Props {
  label: string
  help: string
  name: string
  suggestions: readonly Suggestion[]
  empty: string
  showAll: string
  onChoose(id: string): void
}

/** A text field of a GET form that suggests while typing; without scripts it is the text field alone. */
export function ComboBox({ label, help, name, suggestions, empty, showAll, onChoose }: Props) {
  return (
    <AriaComboBox
      className="field combobox"
      name={name}
      formValue="text"
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      onSelectionChange={key => {
        if (key !== null) onChoose(String(key))
      }}
    >
      <Label>{label}</Label>
      <Text slot="description" className="field-help">
        {help}
      </Text>
      <span className="combobox-row">
        <Input className="input" />
        <Button className="combobox-button" aria-label={showAll}>
          <span className="caret" aria-hidden="true" />
        </Button>
      </span>
      <Popover className="popover">
        <ListBox className="options" renderEmptyState={() => <p className="option-empty">{empty}</p>}>
          {suggestions.map(suggestion => (
            <ListBoxItem
              key={suggestion.id}
              id={suggestion.id}
              textValue={suggestion.text}
              className="option"
            >
              {suggestion.content}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
