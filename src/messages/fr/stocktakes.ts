import type { stocktakes as english } from '../en/stocktakes.ts'
import { fr } from '../format.ts'

export const stocktakes: typeof english = {
  title: 'Inventaires',
  lead: 'Comptez ce qui est là sans regarder le registre; seuls les écarts sont revus.',
  empty: 'Rien n’a encore été compté',
  emptyHint: 'Le premier inventaire d’un lieu est aussi la façon d’entrer son stock de départ.',
  place: 'Lieu',
  start: 'Commencer un inventaire',
  startedOn: 'Commencé',
  counted: 'Lignes comptées',
  differing: 'Écarts',
  state: 'État',
  open: 'En cours',
  posted: 'Inscrit',
  leftOff: 'Abandonné',
  sheet: (p) => `Inventaire : ${p.place}`,
  sheetLead:
    'Écrivez ce que vous voyez; Entrée passe à la suite. Zéro est une réponse; vide veut dire pas encore compté.',
  progress: (p) => `${fr.number(p.done)} lignes comptées sur ${fr.number(p.of)}`,
  nothingThere: (p) => `${fr.number(p.count)} articles absents d’ici selon le registre`,
  found: 'Il y a autre chose ici',
  foundHint: 'Un lot qui n’est pas sur la feuille : son numéro, sa date, et combien.',
  saveCounts: 'Enregistrer ce qui est compté',
  review: 'Écarts',
  noDifference: 'Jusqu’ici, tout ce qui est compté est conforme au registre.',
  item: 'Article',
  expected: 'Attendu',
  countedUnits: 'Compté',
  difference: 'Écart',
  recount: 'A bougé depuis le comptage : recomptez',
  countedBefore: (p) => `compté : ${fr.units(p.quantity, p.item)}`,
  done: (p) => fr.plural(p.count, '1 ligne comptée', `${fr.number(p.count)} lignes comptées`),
  uncounted: (p) =>
    fr.plural(
      p.count,
      '1 lot n’est pas compté et reste tel quel.',
      `${fr.number(p.count)} lots ne sont pas comptés et restent tels quels.`,
    ),
  superseded: 'Un inventaire plus récent de ce lieu a pris la suite.',
  movedHint:
    'Ce qui a bougé après le comptage d’une ligne s’ajoute tout seul. Recomptez en cas de doute.',
  post: (p) =>
    fr.plural(p.count, 'Inscrire, avec 1 écart', `Inscrire, avec ${fr.number(p.count)} écarts`),
  postNone: 'Inscrire, sans écart',
  postedOn: 'Cet inventaire est inscrit.',
  entry: 'Son écriture',
  held: 'Bloqué',
  expires: (p) => `périme le ${fr.day(p.day)}`,
  lotNotKnown: 'lot inconnu',
  signed: (value) => (value > 0 ? `+${fr.number(value)}` : `−${fr.number(-value)}`),
}
