// What a price makes one unit cost, as people type it: "box of 144 at 9.36 $ = 0.065 $ each". Whole
// ten-thousandths of a dollar, as the server keeps them; without this the server says it all the same.

for (const kind of ['input', 'change']) {
  document.addEventListener(kind, ({ target }) => {
    const row = target.closest('tr')
    const output = row?.querySelector('[data-field=priced]')
    if (output) output.textContent = told(row, output.dataset)
  })
}

function told(row, { each, priced }) {
  const price = readPrice(row.querySelector('[data-field=price]').value)
  const [chosen] = row.querySelector('[data-field=priceFor]').selectedOptions
  if (price === null || !chosen) return ''
  const millionths = (price * 100) / (Number(chosen.value) || 1)
  const isExact = Number.isInteger(millionths)
  const words = {
    '{what}': chosen.text,
    '{price}': dollars(price / 10_000, 4),
    '{each}': dollars(millionths / 1_000_000, isExact ? 6 : 4),
  }
  const template = chosen.value ? priced.replace('=', isExact ? '=' : '≈') : each
  return template.replace(/\{\w+\}/g, (name) => words[name])
}

function readPrice(typed) {
  const text = typed.replace(/[\s$]/g, '').replace(',', '.')
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(text)) return null
  const [whole, fraction = ''] = text.split('.')
  return Number(whole + fraction.padEnd(4, '0'))
}

function dollars(value, maximumFractionDigits) {
  const { lang } = document.documentElement
  const money = { style: 'currency', currency: 'CAD', minimumFractionDigits: 2 }
  return value.toLocaleString(lang, { ...money, maximumFractionDigits })
}
