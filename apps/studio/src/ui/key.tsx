import './key.css'

/** A key of the keyboard. */
export const Key = ({ children }: { children: string }) => <kbd className="key">{children}</kbd>
