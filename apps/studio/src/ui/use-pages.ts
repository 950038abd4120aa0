import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '../api/page.ts'
import { LIVE } from '../app/query-client.ts'

interface Options<Item> {
  readonly key: readonly unknown[]
  readonly read: (cursor: string | undefined) => Promise<Page<Item>>
  readonly live?: boolean
}

/** A list by cursor, its pages joined; `data` is undefined until the first one is there. */
export function usePages<Item>({ key, read, live = false }: Options<Item>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    // Many pages are many requests: only the first is kept live.
    refetchInterval: live ? ({ state }) => (state.data && state.data.pages.length > 1 ? false : LIVE) : false,
  })
  const { error, dataUpdatedAt, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const data = query.data?.pages.flatMap(({ items }) => items)
  return {
    data,
    error,
    dataUpdatedAt,
    refetch,
    hasNext: hasNextPage,
    fetching: isFetchingNextPage,
    fetchNext: () => {
      void fetchNextPage()
    },
  }
}
