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

export function button(id, text, onclick, attributes = {}) {
  return element('button', { type: 'button', id, onclick, ...attributes }, text)
}

export function head(title, lead, action) {
  const texts = [element('h1', {}, title), lead && element('p', {}, lead)]
  return element('header', { class: 'head' }, element('div', {}, texts), action)
}

/** Stays open or closed when the page is drawn again. */
export function folded(id, title, content) {
  const open = document.getElementById(id)?.open ?? false
  return element('details', { id, open }, element('summary', {}, title), content)
}

/** One box and its button; `send` is given the box. */
export function form(id, { label, hint, button: text }, attributes, send, says) {
  const box = element('input', {
    ...{ id, autocomplete: 'off', 'aria-describedby': `${id}-hint`, ...attributes },
  })
  const onsubmit = (event) => {
    event.preventDefault()
    return send(box)
  }
  return element(
    'form',
    // It is not sent anywhere: the method tells the cover that something may be typed here.
    { class: 'field', method: 'post', onsubmit },
    element('label', { for: id }, label),
    element('small', { id: `${id}-hint` }, hint),
    box,
    element('button', { type: 'submit' }, text),
    says,
  )
}

export function nameOf(rows, id) {
  return rows.find((each) => each.id === id)?.name ?? ''
}

/** The words of the page, and numbers in them. */
export function wordsOf(body) {
  const words = JSON.parse(body.dataset.words)
  const numbers = new Intl.NumberFormat(body.dataset.locale)
  const number = (value) => numbers.format(value)
  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (_, key) => {
      const value = values[key]
      return typeof value === 'number' ? number(value) : value
    })
  return {
    ...words,
    number,
    fill: (key, values) => fill(words[key], values),
    /** linesOne or linesMany. */
    count: (key, n) => fill(words[n === 1 ? `${key}One` : `${key}Many`], { n }),
  }
}
