import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import './button.css';
import { Tip } from './tip';

export interface ButtonProps {
  readonly children: ReactNode;
  /** Primary: one a view. */
  readonly kind?: 'primary' | 'default' | 'quiet' | 'link' | 'icon';
  readonly onPress?: () => void;
  /** Called as a press begins, which may still end beside the button. */
  readonly onPressStart?: () => void;
  /** Name where the content is an icon alone. */
  readonly label?: string;
  /** Shown on hover and focus. */
  readonly tip?: string | undefined;
  /** Why it cannot be pressed now; it stays focusable and says so. */
  readonly refused?: string | undefined;
  readonly pressed?: boolean;
  /** Not a stop of the Tab key: what it does is reached by keys otherwise. */
  readonly excludeFromTabOrder?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-keyshortcuts'?: string;
}

/** A button of 28 pixels; refused ones stay focusable and say why. */
export function Button({
  children,
  kind = 'default',
  onPress,
  label,
  tip,
  refused,
  pressed,
  className,
  ref,
  ...rest
}: ButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      ref={ref ?? null}
      className={`button button-${kind}${className ? ` ${className}` : ''}`}
      onPress={() => (refused === undefined ? onPress?.() : undefined)}
      {...(label !== undefined && { 'aria-label': label })}
      {...(refused !== undefined && { 'aria-disabled': true })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      {children}
    </AriaButton>
  );
  const text = refused ?? tip;
  return text === undefined || text === '' ? button : <Tip text={text}>{button}</Tip>;
}
