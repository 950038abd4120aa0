import { createBrowserRouter, Navigate } from 'react-router'
import { RouteError } from './route-error.tsx'
import { Shell } from './shell.tsx'

/** Pages are loaded when they are first opened; the editor stands outside the frame. */
export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
    children: [
      {
        element: <Shell />,
        children: [
          { index: true, element: <Navigate to="/journeys" replace /> },
          {
            path: 'journeys',
            lazy: async () => ({ Component: (await import('../journeys/journeys-page.tsx')).JourneysPage }),
          },
          {
            path: 'contacts',
            lazy: async () => ({ Component: (await import('../contacts/contacts-page.tsx')).ContactsPage }),
          },
          {
            path: 'contacts/:id',
            lazy: async () => ({ Component: (await import('../contacts/contact-page.tsx')).ContactPage }),
          },
          {
            path: 'coupons',
            lazy: async () => ({ Component: (await import('../coupons/coupons-page.tsx')).CouponsPage }),
          },
          {
            path: 'attention',
            lazy: async () => ({
              Component: (await import('../attention/attention-page.tsx')).AttentionPage,
            }),
          },
          {
            path: 'inbox',
            lazy: async () => ({ Component: (await import('../inbox/inbox-page.tsx')).InboxPage }),
          },
        ],
      },
      {
        path: 'journeys/:id',
        lazy: async () => ({ Component: (await import('../canvas/editor-page.tsx')).EditorPage }),
      },
      { path: '*', element: <RouteError /> },
    ],
  },
])
