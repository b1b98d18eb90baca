// Forms with lines, as people type: packs of the item chosen, what the quantity makes, Enter to the
// next field, lines added and removed. Without it the same form works: the server does all this.

const itemsByName = new Map()

prepare()
document.addEventListener('htmx:after:swap', prepare)
document.addEventListener('input', ({ target }) => {
  const line = target.closest('[data-line]')
  if (!line) return
  if (target.dataset.field === 'item') showItem(line)
  echo(line)
})
document.addEventListener('change', ({ target }) => {
  const line = target.closest('[data-line]')
  if (target.dataset.field === 'item') completeItem(line)
  if (target.dataset.field !== 'pack') return
  // Two hundred units must not become two hundred boxes.
  field(line, 'quantity').value = ''
  echo(line)
})
document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.key !== 'Enter' || event.isComposing || !target.matches('input, select')) return
  if (!target.form?.querySelector('[data-enter]')) return
  event.preventDefault()
  moveOn(target)
})
document.addEventListener('click', ({ target }) => {
  const lines = target.closest('form')?.querySelectorAll('[data-line]')
  if (target.matches('[data-add]')) addLine(lines[lines.length - 1])
  if (target.matches('[data-remove]')) removeLine(target.closest('[data-line]'), lines)
})

function prepare() {
  const table = document.querySelector('[data-lines]')
  if (!table) return
  itemsByName.clear()
  for (const option of document.querySelectorAll('#items option')) {
    const item = { ...JSON.parse(option.dataset.item), name: option.value }
    for (const name of [item.code, item.name]) itemsByName.set(folded(name), item)
  }
  for (const button of document.querySelectorAll('[data-add], [data-remove]')) button.hidden = false
  for (const button of document.querySelectorAll('[name=more]')) button.hidden = true
  for (const line of table.querySelectorAll('[data-line]')) showItem(line)
}

/** Offers the packs and lots of the line's item, and asks only for what it has. */
function showItem(line) {
  const item = itemOf(line)
  const { units } = line.closest('[data-lines]').dataset
  const packs = item?.packs.map(([id, size, , many]) => [id, `${many} × ${number(size)}`])
  const changed = offer(field(line, 'pack'), packs ?? [], item?.unit[1] ?? units)
  if (changed) field(line, 'quantity').value = ''
  offer(field(line, 'lot'), item?.lots ?? [])
  if (offer(field(line, 'priceFor'), item?.prices ?? [], item?.unit[0]))
    field(line, 'price').value = ''
  ask(field(line, 'lotCode'), item?.asksLot ?? true)
  ask(field(line, 'expiresOn'), item?.asksDate ?? true)
}

/** Puts options after the first, keeping the choice. @returns whether the choice was lost */
function offer(select, options, none = select?.options[0].text) {
  if (!select) return false
  const chosen = select.value
  select.replaceChildren(new Option(none, ''), ...options.map(([id, text]) => new Option(text, id)))
  select.value = options.some(([id]) => String(id) === chosen) ? chosen : ''
  return select.value !== chosen
}

function ask(input, wanted) {
  if (!input) return
  input.disabled = !wanted
  input.closest('td').toggleAttribute('data-off', !wanted)
}

/** "2 boxes × 100 = 200" */
function echo(line) {
  const item = itemOf(line)
  const typed = field(line, 'quantity').value.replace(/[\s_'’]/g, '')
  const output = field(line, 'makes')
  output.replaceChildren()
  if (!item || !/^\d{1,8}$/.test(typed)) return
  const quantity = Number(typed)
  const pack = item.packs.find(([id]) => String(id) === field(line, 'pack').value)
  const [, size, ...words] = pack ?? ['', 1, ...item.unit]
  const word = words[quantity === 1 ? 0 : 1]
  const total = document.createElement('b')
  total.textContent = number(quantity * size)
  if (pack) output.append(`${number(quantity)} ${word} × ${number(size)} = `, total)
  else output.append(total, ` ${word}`)
}

function moveOn(control) {
  const line = control.closest('[data-line]')
  if (line && control.dataset.field === 'item') {
    if (control.value.trim() === '') return saveButton(control.form).focus()
    completeItem(line)
  }
  const fields = [...control.form.elements].filter(isFillable)
  const next = fields[fields.indexOf(control) + 1]
  const isLast = line && !line.nextElementSibling && next?.closest('[data-line]') !== line
  if (isLast) return addLine(line)
  if (!next) return saveButton(control.form).focus()
  next.focus()
  if (next.matches('input')) next.select()
}

function saveButton(form) {
  return form.querySelector('[type=submit]:not([name])')
}

// A choice of one is no choice: it is passed over, and stays reachable with Tab.
function isFillable(control) {
  if (!control.matches('input:not([type=hidden]), select') || control.disabled) return false
  const isOneChoice = control.options?.length === (control.dataset.field === 'lot' ? 2 : 1)
  return control.offsetParent !== null && !isOneChoice
}

/** A code becomes its item's name; the beginning of words does when only one item fits. */
function completeItem(line) {
  const input = field(line, 'item')
  const item = itemOf(line) ?? onlyItemLike(input.value)
  if (!item) return
  input.value = item.name
  showItem(line)
  echo(line)
}

function onlyItemLike(typed) {
  const words = folded(typed).split(' ')
  const fits = (name) => {
    const parts = name.split(/[ ,]+/)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  }
  const found = new Set([...itemsByName].flatMap(([name, item]) => (fits(name) ? [item] : [])))
  return typed.trim().length > 1 && found.size === 1 ? [...found][0] : undefined
}

function addLine(last) {
  const line = last.cloneNode(true)
  for (const problem of line.querySelectorAll('.error')) problem.remove()
  last.after(line)
  renumber(line, Number(/\d+/.exec(field(last, 'item').name)[0]) + 1)
  empty(line)
}

function removeLine(line, lines) {
  const after = [...lines].slice([...lines].indexOf(line) + 1)
  if (lines.length === 1) return empty(line)
  const nearest = after[0] ?? line.previousElementSibling
  const first = Number(/\d+/.exec(field(line, 'item').name)[0])
  line.remove()
  for (const [index, each] of after.entries()) renumber(each, first + index)
  field(nearest, 'item').focus()
}

function empty(line) {
  for (const input of line.querySelectorAll('input, select')) {
    input.value = ''
    input.removeAttribute('aria-invalid')
    input.removeAttribute('aria-describedby')
  }
  showItem(line)
  echo(line)
  field(line, 'item').focus()
}

/** Names, ids and labels all hold the number of the line. */
function renumber(line, index) {
  for (const element of line.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (attribute.name === 'aria-label') {
        attribute.value = attribute.value.replace(/\d+/, String(index + 1))
      } else if (/^(id|name|for|aria-describedby)$/.test(attribute.name)) {
        attribute.value = attribute.value.replace(/lines([.-])\d+/g, `lines$1${index}`)
      }
    }
  }
}

function field(line, name) {
  return line.querySelector(`[data-field=${name}]`)
}

function itemOf(line) {
  return itemsByName.get(folded(field(line, 'item').value))
}

/** As the server compares names: no accents, no case, no doubled spaces. */
function folded(text) {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

function number(value) {
  return value.toLocaleString(document.documentElement.lang)
}
