import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button';
import { IconClose } from './icons';
import './overlays.css';
import { useWords } from './words';

/** A dialog in the middle, wide for tables, or a sheet at the side; Escape and a press beside it close it. */
export function Dialog({
  title,
  place = 'middle',
  onClose,
  children,
}: {
  title: string;
  place?: 'middle' | 'wide' | 'side';
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
      className={`veil ${place === 'side' ? 'veil-side' : ''}`}
    >
      <Modal className={`dialog dialog-${place}`}>
        <AriaDialog className="dialog-body">
          <div className="dialog-head">
            <Heading slot="title" className="title">
              {title}
            </Heading>
            <Button kind="icon" label={t('common.close')} onPress={onClose}>
              <IconClose size={16} aria-hidden />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
