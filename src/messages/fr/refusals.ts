import type { Change, refusals as english } from '../en/refusals.ts'
import { fr } from '../format.ts'

const changesFr = (changes: readonly Change[]) =>
  changes.length === 0
    ? ''
    : ` : ${fr.list(changes.map(({ item, from, to }) => `${fr.name(item)} ${fr.number(from)} → ${fr.number(to)}`))}`

export const refusals: typeof english = {
  savedAlready: () =>
    'Ce formulaire a déjà été enregistré, puis modifié. Ouvrez-en un nouveau, ou annulez ce qui est enregistré et recommencez.',
  stale: () =>
    'Quelqu’un d’autre vient de modifier ceci. Sa version est affichée ci-dessous; refaites votre changement.',
  notFound: () => 'Ceci n’existe plus. Revenez en arrière et choisissez de nouveau.',
  overdraft: () => 'Il en sortirait plus qu’il n’y en a. Vérifiez le stock et réessayez.',
  short: (p) =>
    `${fr.name(p.place)} a ${fr.units(p.available, p.item)} de ${fr.name(p.item)}, pas ${fr.number(p.wanted)}. Entrez au plus ${fr.number(p.available)}, ou faites d’abord l’inventaire du lieu.`,
  shortUsable: (p) =>
    `${fr.name(p.place)} a ${fr.units(p.available, p.item)} de ${fr.name(p.item)} utilisables, pas ${fr.number(p.wanted)}; ${fr.number(p.unusable)} de plus ${fr.plural(p.unusable, 'est périmée ou retenue', 'sont périmées ou retenues')}.`,
  lotMissing: (p) =>
    `${fr.name(p.place)} a ${p.lots} lots de ${fr.name(p.item)}. Choisissez lequel.`,
  itemNotInBags: (p) =>
    `${fr.name(p.item)} ne va pas dans les sacs. Retirez la ligne, ou choisissez une réserve.`,
  notAllowedThere: () =>
    'Un de ces articles ne peut pas aller là. La fiche de l’article dit où il peut aller.',
  bagIsOut: () => 'Ce sac est déjà sorti. Rapportez-le d’abord, ou choisissez-en un autre.',
  bagIsIn: () => 'Ce sac n’est plus sorti. Sa dernière sortie est fermée.',
  bagOwes: () =>
    'Il a été remis plus que le sac ne contenait. Dites au comptage d’où venaient ces unités.',
  bagOutWith: (p) =>
    `${fr.name(p.bag)} est sorti depuis ${fr.weekday(p.day)}, avec ${fr.list(p.people)}. Prenez un autre sac, ou demandez-leur de le rapporter.`,
  planChanged: (p) =>
    `Le stock a bougé depuis que cette page est ouverte${changesFr(p.changes)}. La liste ci-dessous est la nouvelle : regardez-la et confirmez de nouveau.`,
  bagMoved: (p) =>
    `D’autres remises ont été notées depuis que cette page est ouverte${changesFr(p.changes)}. Le nombre attendu a changé; ce que vous avez compté est gardé.`,
  notYet: (p) => `Cela commence le ${fr.weekday(p.day)}\u00a0: ce qu’on y remet se note alors.`,
  whoWasOut: () =>
    'Le registre n’a aucune sortie de ce sac ce jour-là. Dites qui était sorti avec.',
  notYourShift: () =>
    'Ce sac est sorti avec quelqu’un d’autre. Demandez à cette personne, ou au bureau, de le noter.',
  lineUncounted: (p) =>
    `${fr.name(p.item)}${p.lot ? `, lot ${p.lot}` : ''}\u00a0: à compter, même s’il n’y en a plus.`,
  reasonMissing: (p) =>
    `${fr.name(p.item)}\u00a0: écart de ${fr.number(p.difference)}. Dites ce qui s’est passé.`,
  handOutGone: () => 'Ceci a déjà été annulé. Le compte ci-dessous est à jour.',
  noSuchEntry: () => 'Cette écriture n’existe pas. Revenez à la liste et choisissez de nouveau.',
  reversedAlready: (p) => `Ceci a déjà été annulé le ${fr.day(p.day)}.`,
  reversalShort: (p) =>
    `Impossible d’annuler : ${fr.name(p.place)} n’a plus que ${fr.units(p.available, p.item)} de ${fr.name(p.item)} sur ces ${fr.number(p.wanted)}.${
      p.use
        ? ` Le reste est sorti le ${fr.day(p.use.happenedOn)} (écriture ${p.use.id}) : annulez d’abord celle-là.`
        : ''
    }`,
  orderSent: () =>
    'Cette commande est envoyée : le fournisseur l’a telle quelle. Faites-en une autre pour ce qui manque.',
  orderReceived: () =>
    'Une partie de cette commande est arrivée. Annulez d’abord la réception, ou fermez la commande pour ce qui manque.',
  binGone: () => 'Ce bac n’est plus là. Placez-en un nouveau où il en faut un.',
  binBefore: (p) => `Ce bac a été placé le ${fr.day(p.day)}. Vérifiez le jour.`,
  binUsed: (p) => `Ce bac a servi depuis, le ${fr.day(p.day)}. Annulez d’abord cela.`,
  binLight: (p) =>
    `Les contenants vides pèsent à eux seuls ${fr.number(p.grams)}\u00a0g. Vérifiez le poids, ou le type de contenant.`,
  cleanUpUsed: () =>
    'On a ramassé quelque chose lors de cette corvée. Annulez d’abord cela, si elle n’a pas eu lieu.',
  cameWithBin: () => 'Ceci est revenu avec un bac. Annulez le changement, sur la page du bac.',
  visitHolds: () =>
    'Quelque chose est noté à cet arrêt. Annulez-le d’abord, ligne par ligne, puis l’arrêt lui-même.',
  binStands: () =>
    'Ce contenant a été laissé à un point de service comme bac. Annulez ce qui a été fait du bac, sur sa propre page.',
  orderNotSent: () => 'Cette commande est encore un brouillon. Envoyez-la avant de la recevoir.',
  orderOver: () => 'Cette commande est déjà fermée. Annulez d’abord la fermeture.',
  expectedBeforeSent: () =>
    'Elle ne peut pas arriver avant d’avoir été envoyée. Vérifiez les deux dates.',
  holdsStock: () =>
    'Ce lieu sert encore : il contient du stock, ou il est sorti. Rapportez-le et videz-le d’abord.',
  bagAway: (p) => `${fr.name(p.place)} est sorti. Rapportez-le avant de le retirer.`,
  placeHolds: (p) =>
    `${fr.name(p.place)} contient encore ${fr.number(p.units)} unités de ${fr.plural(p.items, '1 article', `${p.items} articles`)}. Transférez-les ou faites l’inventaire du lieu, puis retirez-le.`,
  builtIn: (p) =>
    `${fr.name(p.place)} fait partie du registre et y reste. Vous pouvez lui donner un autre nom.`,
  stockroomFeeds: (p) =>
    `${fr.name(p.place)} remplit ${fr.list(p.fed.map(fr.name))}. Dites d’abord d’où ces lieux seront remplis.`,
  serviceFixed: () =>
    'Des choses ont déjà bougé ici, donc le service reste le même : les jours passés changeraient. Créez plutôt un nouveau lieu.',
  countedStock: () =>
    'Il y a du stock de cet article au registre. Ramenez-le d’abord à zéro par un inventaire, puis suivez-le en gros.',
  nameTaken: (p) =>
    `${fr.name(p.other)} porte déjà ce nom${p.isRetired ? ' et est retiré : remettez-le plutôt' : ''}. Choisissez-en un autre.`,
  codeTaken: (p) =>
    `${fr.name(p.other)}${p.isRetired ? ' (retiré)' : ''} répond déjà à ce code ou à ce nom. Choisissez-en un autre.`,
  noPackFits: (p) =>
    `Aucun nombre entier d’emballages (${fr.name(p.pack)} de ${fr.number(p.pack.size)}) ne tient entre le minimum et le maximum : rien ne pourrait être commandé. Changez l’un d’eux, ou l’emballage.`,
  itemInUse: (p) =>
    `${fr.name(p.item)} est encore ${fr.list([
      ...(p.places.length > 0 ? [`sur la liste de ${fr.list(p.places.map(fr.name))}`] : []),
      ...(p.kits.length > 0 ? [`dans la recette de ${fr.list(p.kits.map(fr.name))}`] : []),
    ])}. Enlevez-le d’abord de là.`,
  packTaken: (p) =>
    `Il y a déjà un emballage de ${fr.number(p.size)} : ${fr.name(p.pack)}${p.isRetired ? ', retiré. Remettez-le plutôt' : ''}.`,
  lotTaken: () =>
    'Cet article a déjà un lot avec ce numéro et cette date. Si les deux ne font qu’un, corrigez par un inventaire.',
  lotFixed: () => 'Ce n’est pas un vrai lot : il n’a ni numéro ni date à corriger.',
  dayTaken: (p) => `Le ${fr.day(p.day)} a déjà sa ligne pour ce service. Retirez-la d’abord.`,
  nightClosed: () => 'La soirée est fermée. Rouvrez-la pour noter autre chose.',
  nightOver: () => 'Cette soirée est passée\u00a0: sa journée est terminée.',
  nightHeld: (p) => `On a noté quelque chose le ${fr.weekday(p.day)}\u00a0: c’était ouvert.`,
  openingUnexplained: () =>
    'Le calendrier ferme ce soir\u00a0: dites en quelques mots pourquoi on ouvre quand même.',
  undoTaken: () =>
    'Impossible d’annuler : autre chose porte maintenant ce nom, ce code ou ce jour. Changez l’un des deux.',
  signInWrong: () =>
    'Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
  signInWait: (p) =>
    p.seconds < 90
      ? `Il y a eu trop d’essais. Attendez ${fr.number(p.seconds)} s, puis réessayez.`
      : `Il y a eu trop d’essais. Attendez ${fr.number(Math.ceil(p.seconds / 60))} minutes, puis réessayez.`,
  passwordWrong: () => 'Ce n’est pas votre mot de passe actuel.',
  signInNameTaken: () => 'Quelqu’un se connecte déjà avec ce nom. Choisissez-en un autre.',
  lastAdmin: () =>
    'Plus personne ne pourrait gérer l’équipe. Nommez d’abord une autre personne à l’administration, et attendez qu’elle ait choisi son mot de passe.',
  codeWrong: () =>
    'Ce code n’ouvre pas, ou a déjà servi. Tapez celui que l’application montre maintenant.',
  secondStepLate: () => 'Plus de dix minutes ont passé. Tapez de nouveau votre mot de passe.',
  secondStepStands: () =>
    'La deuxième étape est déjà en place. Pour de nouveaux codes de secours, arrêtez-la et remettez-la en place.',
  linkSpent: () => 'Ce lien a déjà servi, ou il est trop ancien.',
  noRecipe: () =>
    'Cet article n’a pas encore de recette. Notez d’abord de quoi est faite une trousse.',
  kitShort: (p) =>
    `${fr.name(p.place)} a ${fr.units(p.available, p.item)} de ${fr.name(p.item)} utilisables; ce nombre de trousses en demande ${fr.number(p.wanted)}. Montez-en moins, ou attendez une livraison.`,
  kitOfItself: () => 'Une trousse ne peut pas contenir elle-même, ni une trousse qui la contient.',
  componentTwice: () => 'Ce composant est déjà sur une autre ligne. Mettez les deux ensemble.',
  countPosted: () =>
    'Cet inventaire est déjà inscrit. Annulez-le d’abord pour le changer, ou commencez-en un autre.',
  countSuperseded: () =>
    'Un inventaire plus récent de ce lieu a été commencé : continuez celui-là. Ce qu’il a trouvé contient déjà ce que celui-ci noterait encore.',
  countedTwice: () =>
    'Ce lot est déjà compté. Mettez tout au même endroit : changez son nombre sur la feuille.',
  nothingCounted: () => 'Rien n’est encore compté. Écrivez ce que vous voyez, puis enregistrez.',
}
