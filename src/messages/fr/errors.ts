import type { errors as english } from '../en/errors.ts'

export const errors: typeof english = {
  notFoundTitle: 'Cette page n’existe pas',
  notFound: 'L’adresse est peut-être ancienne. Repartez du menu ou de la recherche.',
  forbiddenTitle: 'Cette page est pour un autre rôle',
  forbidden: 'Demandez à la coordination si vous en avez besoin.',
  originTitle: 'Ce formulaire vient d’ailleurs',
  origin: 'Ouvrez de nouveau l’application à son adresse, et envoyez le formulaire de là.',
  tooLargeTitle: 'C’est trop à la fois',
  tooLarge: 'Envoyez moins de 1 Mo à la fois. Rien n’a été enregistré.',
  busyTitle: 'Trop de monde à la fois',
  busy: 'Rien n’a été enregistré. Réessayez dans quelques secondes.',
  brokenTitle: 'Quelque chose s’est brisé de notre côté',
  broken: (p) =>
    `Rien n’a été enregistré. Réessayez; si cela se répète, donnez ce numéro à l’administration : ${p.id}.`,
  methodTitle: 'Cela ne se fait pas de cette façon',
  method: 'Revenez en arrière et utilisez les boutons de la page.',
}
