import type { Category } from '#src/db/schema/index.ts'
import { useSay } from './page.tsx'

type CategoryFieldProps = {
  label: string
  categories: readonly Category[]
  /** Null for all of them. */
  chosen: Category | null
}

/** One kind of item, or all: for a form that filters a list. */
export function CategoryField({ label, categories, chosen }: CategoryFieldProps) {
  const { stock, common } = useSay()
  return (
    <p class="field">
      <label for="category">{label}</label>
      <select id="category" name="category">
        <option value="">{stock.allCategories}</option>
        {categories.map((each) => (
          <option value={each} selected={each === chosen}>
            {common.categories[each]}
          </option>
        ))}
      </select>
    </p>
  )
}
