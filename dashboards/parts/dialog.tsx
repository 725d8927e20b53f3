import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button, type ButtonKind } from './button.tsx'

interface Props {
  open: string
  /** What the button is called where several look the same. */
  openLabel?: string
  openKind?: ButtonKind
  title: string
  children: ReactNode
  confirm: string
  confirmKind?: ButtonKind
  cancel: string
  isDisabled?: boolean
  onConfirm(): void
}

/** One question with two answers. Escape and the quiet answer change nothing. */
export function ConfirmDialog(props: Props) {
  const {
    open,
    openKind = 'normal',
    title,
    children,
    confirm,
    confirmKind = 'primary',
    cancel,
    onConfirm,
  } = props
  return (
    <DialogTrigger>
      <Button
        kind={openKind}
        isDisabled={props.isDisabled ?? false}
        {...(props.openLabel === undefined ? {} : { 'aria-label': props.openLabel })}
      >
        {open}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <AriaDialog role="alertdialog" className="dialog">
            {({ close }) => (
              <>
                <Heading slot="title">{title}</Heading>
                <div>{children}</div>
                <div className="row">
                  <Button
                    kind={confirmKind}
                    onPress={() => {
                      close()
                      onConfirm()
                    }}
                  >
                    {confirm}
                  </Button>
                  <Button onPress={close} autoFocus>
                    {cancel}
                  </Button>
                </div>
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
