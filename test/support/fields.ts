// What a browser would send of a form as it is on the page, without touching it.

/** The fields of the form that posts to `action`, as they stand; a button's own value is not among them. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const form = formsOf(html).find((each) => attribute(each, 'action') === action)
  if (form === undefined) throw new Error(`the page has no form that posts to ${action}`)
  return { ...inputsOf(form), ...selectsOf(form) }
}

/** The fields of the form that posts to `action` and holds `part`: where a page has several. */
export function fieldsWith(html: string, action: string, part: string): Record<string, string> {
  const form = formsOf(html).find(
    (each) => attribute(each, 'action') === action && each.includes(part),
  )
  if (form === undefined) throw new Error(`no form that posts to ${action} holds ${part}`)
  return { ...inputsOf(form), ...selectsOf(form) }
}

function formsOf(html: string): string[] {
  return html.match(/<form[\s\S]*?<\/form>/g) ?? []
}

function inputsOf(form: string): Record<string, string> {
  const inputs = form.match(/<input[^>]*>/g) ?? []
  const sent = inputs.filter(
    (each) => !/type="(checkbox|radio)"/.test(each) || /\schecked(=|\s|>|\/)/.test(each),
  )
  return Object.fromEntries(
    sent.map((each) => [attribute(each, 'name') ?? '', attribute(each, 'value') ?? 'on']),
  )
}

function selectsOf(form: string): Record<string, string> {
  const selects = form.match(/<select[\s\S]*?<\/select>/g) ?? []
  return Object.fromEntries(
    selects.map((each) => {
      const options = each.match(/<option[^>]*>/g) ?? []
      const chosen = options.find((option) => /\sselected/.test(option)) ?? options[0] ?? ''
      return [attribute(each, 'name') ?? '', attribute(chosen, 'value') ?? '']
    }),
  )
}

function attribute(tag: string, name: string): string | undefined {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
}
