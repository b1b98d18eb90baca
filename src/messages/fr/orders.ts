import type { orders as english } from '../en/orders.ts'
import { fr, type Named, type Unit } from '../format.ts'

type Line = { item: Named & Unit; quantity: number; pack: (Named & { size: number }) | null }

const packed = ({ item, quantity, pack }: Line) =>
  pack
    ? `${fr.number(quantity / pack.size)} ${fr.agreed(quantity / pack.size, fr.name(pack))} × ${fr.number(pack.size)} = ${fr.units(quantity, item)}`
    : fr.units(quantity, item)

export const orders: typeof english = {
  title: 'Commandes',
  lead: 'Ce qui est commandé, ce qui est arrivé et ce que les fournisseurs doivent encore.',
  new: 'Nouvelle commande',
  number: (p) => `Commande ${p.id}`,
  from: (p) => `Commande ${p.id}, ${fr.name(p.supplier)}`,
  drafts: 'Brouillons',
  waiting: 'Envoyées, en attente',
  finished: 'Reçues, fermées et annulées',
  nothingOpen: 'Rien n’est en attente.',
  empty: 'Aucune commande pour l’instant',
  emptyHint: 'Écrivez la première, ou cochez ce qui va manquer au tableau « À commander ».',
  toBoard: 'À commander',
  supplier: 'Fournisseur',
  supplierHint: 'Un nouveau nom crée un fournisseur.',
  allSuppliers: 'Tous les fournisseurs',
  order: 'Commande',
  sentOn: 'Envoyée le',
  expectedOn: 'Attendue le',
  expected: (p) => `Attendue ${fr.weekday(p.day)}`,
  draftedOn: (p) => `Préparée le ${fr.day(p.day)}`,
  sent: (p) => `Envoyée le ${fr.day(p.day)}`,
  toComeLines: (p) =>
    p.toCome === 0
      ? fr.plural(p.lines, '1 ligne', `${p.lines} lignes`)
      : `${p.toCome} ligne${p.toCome > 1 ? 's' : ''} à venir sur ${p.lines}`,
  lines: 'Lignes',
  filled: 'Livrée à',
  status: {
    draft: 'Brouillon',
    waiting: 'En route',
    late: 'En retard',
    received: 'Reçue',
    short: 'Fermée, incomplète',
    cancelled: 'Annulée',
  },
  saveDraft: 'Enregistrer le brouillon',
  saveChanges: 'Enregistrer les changements',
  changeDraft: 'Modifier ce brouillon',
  mixed: (p) =>
    `${fr.list(p.items.map(fr.name))} : chez ${fr.name(p.supplier)}, donc sur une commande à part.`,
  draftFor: (p) => `La préparer pour ${fr.name(p.supplier)}`,
  recommended: 'Les quantités sont celles qui sont conseillées. Changez ce que vous savez mieux.',
  ordered: 'Commandé',
  receivedUnits: 'Reçu',
  toCome: 'À venir',
  missing: 'Manque',
  moreThanOrdered: (p) => `${fr.number(p.quantity)} de plus que commandé`,
  notOrdered: 'Hors commande',
  amount: 'Montant',
  packed,
  fillRate: (p) => `${fr.percent(p.rate)} de ce qui était commandé est arrivé.`,
  send: 'Elle est envoyée',
  sendTitle: 'Quand vous l’aurez envoyée',
  sendHint:
    'Copiez le texte plus bas, ou imprimez cette page, et envoyez-la comme d’habitude. Notez ensuite le jour : à partir de là, elle compte comme commandée.',
  expectedHint: (p) =>
    `Laissé vide, c’est ${fr.plural(p.days, `${p.days} jour`, `${p.days} jours`)} après l’envoi${p.isUsual ? ', le délai courant tant que ce fournisseur n’a pas le sien' : ''}.`,
  expectedAfterDeadline: (p) =>
    `Laissé vide, c’est ${fr.plural(p.days, `${p.days} jour`, `${p.days} jours`)} après la date limite qu’elle respecte.`,
  sendBy: (p) =>
    p.isToday
      ? `À commander aujourd’hui, avant ${fr.hourWord(p.deadline.hour)}.`
      : `À commander avant ${fr.deadline(p.deadline)}.`,
  deadlineMissed: (p) => `La date limite de ${fr.deadline(p.deadline)}, est passée.`,
  changeDays: 'Changer le jour attendu',
  saveDays: 'Enregistrer les jours',
  receive: 'Recevoir',
  cancelOrder: 'Annuler la commande',
  closeOrder: 'Fermer : le reste ne viendra pas',
  textTitle: 'Texte à copier',
  textIn: { fr: 'En français', en: 'En anglais' },
  text: (p) =>
    [
      'Bonjour,',
      '',
      `Veuillez nous envoyer ce qui suit (notre commande ${p.id} du ${fr.day(p.day)}) :`,
      '',
      ...p.lines.map((line) => `- ${fr.name(line.item)} : ${packed(line)}`),
      '',
      'Merci,',
      p.programme,
    ].join('\n'),
  calendar: {
    title: 'Calendrier des commandes',
    lead: 'Les dates limites des huit prochaines semaines, ce qui est préparé pour elles, et ce que le tableau y mettrait aujourd’hui.',
    open: 'Calendrier des commandes',
    weekOf: (p) => `Semaine du ${fr.weekday(p.day)}`,
    inDays: (p) =>
      p.days === 0 ? 'aujourd’hui' : p.days === 1 ? 'demain' : `dans ${fr.number(p.days)} jours`,
    toOrder: 'À commander',
    likely: (p) =>
      `Il y en a assez; sans doute à commander d’ici là : ${fr.list(p.items.map(fr.name))}.`,
    notCounted:
      'Un brouillon n’est pas en commande avant d’être envoyé : ce qu’il contient est compté ici aussi.',
    anyDay: 'N’importe quel jour',
    nobody: 'Aucun fournisseur noté',
    empty: 'Aucune date limite n’est connue',
    emptyHint:
      'Notez sur la page d’un fournisseur quand il prend les commandes; ses dates limites s’affichent ici.',
    toPlaces: 'Fournisseurs',
  },
  file: (p) => `commande-${p.id}`,
  columns: {
    itemFr: 'Article en français',
    itemEn: 'Article en anglais',
    pack: 'Emballage',
    price: 'Prix, $',
    priceFor: 'Unités pour ce prix',
    notReceived: 'Non reçu',
  },
  record: {
    open: 'Ce qui est arrivé',
    terms: 'Nom et conditions',
    empty: (p) => `Rien de commandé depuis le ${fr.day(p.since)}`,
    taken: (p) => `${p.taken.charAt(0).toUpperCase()}${p.taken.slice(1)}.`,
    kept: (p) =>
      `Depuis le ${fr.day(p.since)} : ${fr.plural(p.orders, `${p.orders} commande`, `${fr.number(p.orders)} commandes`)}, ${fr.number(p.onTime)} à temps, ${fr.number(p.late)} en retard.`,
    leadTimesTitle: 'Temps de livraison',
    leadTimes: (p) =>
      `De l’envoi à la première livraison : ${p.shortest === p.longest ? fr.number(p.shortest) : `de ${fr.number(p.shortest)} à ${fr.number(p.longest)}`} ${fr.plural(p.longest, 'jour', 'jours')}, sur ${fr.plural(p.orders, `${p.orders} commande`, `${fr.number(p.orders)} commandes`)}.`,
    days: 'Jours',
    observed: (p) =>
      `Le tableau compte sur tous ces délais, chacun aussi souvent qu’il est venu; la moitié en ${fr.plural(p.days, `${p.days} jour`, `${fr.number(p.days)} jours`)} au plus. Noté : ${fr.number(p.noted)}.`,
    noted: (p) =>
      `Le tableau compte sur ${fr.plural(p.days, `${p.days} jour`, `${fr.number(p.days)} jours`)}${p.isUsual ? ', supposés tant que rien n’est noté,' : ', comme noté,'} jusqu’à ce que cinq commandes soient arrivées.`,
    byItem: 'Par article',
    orderByOrder: 'Commande par commande',
    fills: (p) => `Arrivé, la plus ancienne d’abord : ${p.fills.join(', ')}`,
    byMonth: 'Par mois',
    sentIn: 'Envoyées en',
    onTime: 'À temps',
  },
  receipts: 'Réceptions',
  takenBack: 'Annulée',
  takesBack: 'Annule une réception',
  receiveTitle: (p) => `Recevoir la commande ${p.id}`,
  receiveLead:
    'Notez ce qui est arrivé, tel que compté. Une ligne sans quantité reste à venir. Pour un deuxième lot d’un article, ajoutez une ligne.',
  receivedOn: 'Reçue le',
  putAwayIn: 'Rangée dans',
  saveReceipt: 'Enregistrer la réception',
  stillToCome: 'À venir',
  printed: 'Commande',
}
