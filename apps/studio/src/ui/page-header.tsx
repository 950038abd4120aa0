import { Fragment, type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { Icon } from '../icons/icon.tsx'
import './page.css'

const useTitle = (title: string) => {
  useEffect(() => {
    document.title = `${title} · Millrace`
  }, [title])
}

/** A list page's head: its title and what one can do. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  useTitle(title)
  return (
    <header className="page-header">
      <h1>{title}</h1>
      <div className="actions">{children}</div>
    </header>
  )
}

/** A way back on the page of one thing. */
export interface Crumb {
  readonly to: string
  readonly name: string
}

/** The head of one thing's page: the way back, its name and what one can do with it. */
export function CrumbHeader({
  crumbs,
  name,
  children,
}: {
  crumbs: readonly Crumb[]
  name: string
  children?: ReactNode
}) {
  useTitle(name)
  return (
    <header className="crumb-header">
      {crumbs.map((crumb) => (
        <Fragment key={crumb.to}>
          <Link to={crumb.to}>{crumb.name}</Link>
          <Icon name="chevron-right" size={12} />
        </Fragment>
      ))}
      <b>{name}</b>
      <div className="actions">{children}</div>
    </header>
  )
}
