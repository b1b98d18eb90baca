import type { keeping as english } from '../en/keeping.ts'
import { fr } from '../format.ts'

export const keeping: typeof english = {
  title: 'Sauvegardes et vérification',
  lead: 'Chaque nuit, le registre est copié, recalculé à partir de ses mouvements, scellé, ouvert et vérifié.',
  backUpNow: 'Sauvegarder maintenant',
  verifyNow: 'Vérifier maintenant',
  remote: 'La base de données est sur un serveur libSQL : les sauvegardes se font là-bas.',
  empty: 'Aucune sauvegarde pour l’instant',
  emptyHint: 'La première se fait cette nuit à 5 h 10, ou maintenant avec le bouton ci-dessus.',
  lastBackup: 'Dernière sauvegarde',
  lastVerification: 'Dernière vérification',
  never: 'Jamais encore',
  running: 'En cours',
  lookAgain: 'Regarder de nouveau',
  succeeded: 'Tout concorde',
  failed: 'Échec',
  file: 'Fichier',
  size: 'Taille',
  madeAt: 'Faite le',
  sealed: 'Scellée',
  open: 'Non scellée',
  megabytes: (p) => `${fr.decimal(p.bytes / 1_000_000)} Mo`,
  damagedTitle: 'Plus rien ne peut être enregistré pour l’instant',
  damaged:
    'Les nombres ne concordent pas : le registre est fermé en écriture. La lecture fonctionne. Demandez à l’administration de restaurer la dernière bonne sauvegarde.',
}
