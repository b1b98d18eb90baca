// Elements from plain data: nothing here can become markup.

/** element('button', { type: 'button', onclick }, 'Undo') */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value)
    else made.setAttribute(key, value === true ? '' : String(value))
  }
  made.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  )
  return made
}

/** The words of the page, and numbers in them. */
export function wordsOf(body) {
  const words = JSON.parse(body.dataset.words)
  const numbers = new Intl.NumberFormat(body.dataset.locale)
  const number = (value) => numbers.format(value)
  const fill = (text, { n, name }) =>
    text.replace('{n}', number(n ?? 0)).replace('{name}', name ?? '')
  return {
    ...words,
    number,
    fill: (key, values) => fill(words[key], values),
    /** linesOne or linesMany. */
    count: (key, n) => fill(words[n === 1 ? `${key}One` : `${key}Many`], { n }),
  }
}
