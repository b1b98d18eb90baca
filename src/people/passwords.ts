// Passwords are kept as argon2id hashes: slow and large on purpose, so at most two are made at once.
import { hash, verify } from '@node-rs/argon2'
import { turnstile } from '#src/db/gate.ts'

/** 64 MiB, three passes. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

const hashing = turnstile(2, 40)

// The hash of 32 random bytes that nobody kept: it takes as long as a real one and never matches.
const dummyHash =
  '$argon2id$v=19$m=65536,t=3,p=1$N7fXK1PUeS8HIgv7rzwa1A$C5xt5v0t5uqSTXRRvuHSMWFZGmsLVrT9al86/I3qPn8'

/** @throws Overloaded when forty wait already */
export function passwordHash(password: string): Promise<string> {
  return hashing.take(() => hash(asKept(password), cost))
}

/**
 * False when there is no hash to match, after the same time.
 * @throws Overloaded when forty wait already
 */
export function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  return hashing.take(() => verify(kept ?? dummyHash, asKept(password)))
}

/** Another keyboard may write the same letters in other bytes. */
function asKept(password: string): string {
  return password.normalize('NFKC')
}
