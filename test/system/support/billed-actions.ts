const LINE = /^action\{(.*)\} (\d+)$/gm

/** The actions that the server has counted in the namespace so far; it counts some seconds late. */
export async function billedActions(metricsUrl: string, namespace = 'default'): Promise<number> {
  const text = await (await fetch(metricsUrl)).text()
  return [...text.matchAll(LINE)]
    .filter(([, labels = '']) => labels.includes(`namespace="${namespace}"`))
    .reduce((sum, [, , count]) => sum + Number(count), 0)
}
