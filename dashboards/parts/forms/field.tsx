import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'

interface Described {
  label: string
  help?: string
  error?: string | null
}

interface TextProps extends Described, Omit<TextFieldProps, 'className' | 'style' | 'children'> {}

/** Label above, help under the label, the error at the field and tied to it. */
export function TextField({ label, help, error = null, ...props }: TextProps) {
  return (
    <AriaTextField {...props} isInvalid={error !== null} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <Input className="input" />
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}

interface AreaProps extends TextProps {
  rows: number
}

/** A field of several lines. */
export function TextArea({ label, help, error = null, rows, ...props }: AreaProps) {
  return (
    <AriaTextField {...props} isInvalid={error !== null} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <AriaTextArea className="input" rows={rows} />
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}

export interface Option {
  readonly id: string
  readonly text: string
  readonly lang?: string
}

interface SelectProps extends Described {
  options: readonly Option[]
  value: string
  onChange(value: string): void
  isDisabled?: boolean
}

/** For forms that need scripts anyway; forms that must work before them use NativeSelect. */
export function Select({
  label,
  help,
  error = null,
  options,
  value,
  onChange,
  isDisabled = false,
}: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={key => onChange(String(key))}
      isInvalid={error !== null}
      isDisabled={isDisabled}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <Button className="input select-button">
        <SelectValue />
        <span className="caret" aria-hidden="true" />
      </Button>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.text} className="option">
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

interface CheckboxProps {
  isSelected: boolean
  onChange(selected: boolean): void
  isDisabled?: boolean
  error?: string | null
  children: ReactNode
}

export function Checkbox({
  isSelected,
  onChange,
  isDisabled = false,
  error = null,
  children,
}: CheckboxProps) {
  return (
    <div className="field">
      <AriaCheckbox
        className="checkbox"
        isSelected={isSelected}
        onChange={onChange}
        isDisabled={isDisabled}
        isInvalid={error !== null}
      >
        <span className="checkbox-box" aria-hidden="true" />
        <span>{children}</span>
      </AriaCheckbox>
      {error === null ? null : <p className="field-error">{error}</p>}
    </div>
  )
}
