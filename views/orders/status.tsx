import type { OrderStatus } from '#src/orders/status.ts'
import { useSay } from '../shared/page.tsx'

const kinds: Record<OrderStatus, string> = {
  draft: '',
  waiting: 'coming',
  late: 'soon',
  received: 'done',
  short: 'soon',
  cancelled: '',
}

export function Status({ status }: { status: OrderStatus }) {
  const { orders } = useSay()
  return <span class={`pill ${kinds[status]}`.trim()}>{orders.status[status]}</span>
}
