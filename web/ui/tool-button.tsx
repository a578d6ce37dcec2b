import { Icon } from './icons.tsx';

/** A button with an icon: its name is what screen readers say and what the mouse is told, with the key that does the same; `text` stands beside the icon. */
export function ToolButton(props: {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly name: string;
  readonly shortcut?: string;
  readonly text?: string;
  /** Whether what it switches is on; absent where it switches nothing. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  /** The id of the popover that it opens. */
  readonly opens?: string;
  readonly className?: string;
  readonly onClick?: () => void;
}) {
  const { icon, name, shortcut, text, isOn, isDisabled = false, opens, className = 'tool', onClick } = props;
  return (
    <button
      type="button"
      className={className}
      disabled={isDisabled}
      aria-pressed={isOn}
      aria-label={name}
      title={shortcut ? `${name} (${shortcut})` : name}
      popoverTarget={opens}
      onClick={onClick}
    >
      <Icon name={icon} />
      {text && <span className="tool-word">{text}</span>}
    </button>
  );
}
