/**
 * The three classical functions behind every probability in this folder: ln Γ and the regularised
 * incomplete gamma and beta functions. Formulas: Press, Teukolsky, Vetterling, Flannery,
 * "Numerical Recipes", 3rd edition, §6.1, §6.2 and §6.4. Relative error about 1e-13, or 1e-8 where a
 * gamma variable is so large that it is treated as a transformed normal one.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const

const SMALLEST = 1e-300
const PRECISION = 1e-14
const MOST_TERMS = 100_000
const LARGE_SHAPE = 1e6

/** ln Γ(x) for x > 0, after Lanczos (1964) with g = 7 and nine coefficients. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const base = x - 1 + 7.5
  let sum: number = LANCZOS[0]
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (x - 1 + i)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

/** P(shape, x), the probability that a gamma variable of this shape and scale 1 is at most x. */
export function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0
  if (shape > LARGE_SHAPE) return normalCdf(cubeRootDeviate(shape, x))
  const scale = Math.exp(shape * Math.log(x) - x - lnGamma(shape))
  if (x < shape + 1) return Math.min(1, scale * gammaSeries(shape, x))
  return Math.max(0, 1 - scale * gammaFraction(shape, x))
}

/** I_x(a, b), the probability that a beta variable is at most x. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const scale = Math.exp(
    lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  )
  if (x < (a + 1) / (a + b + 2)) return Math.min(1, (scale * betaFraction(x, a, b)) / a)
  return Math.max(0, 1 - (scale * betaFraction(1 - x, b, a)) / b)
}

/** P(½, z²/2) is the probability of a normal variable within ±z. */
function normalCdf(z: number): number {
  return (1 + Math.sign(z) * gammaCdf(0.5, (z * z) / 2)) / 2
}

/** The cube root of a gamma variable is nearly normal (Wilson and Hilferty 1931). */
function cubeRootDeviate(shape: number, x: number): number {
  const variance = 1 / (9 * shape)
  return (Math.cbrt(x / shape) - 1 + variance) / Math.sqrt(variance)
}

function gammaSeries(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

function gammaFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / SMALLEST
  let d = 1 / b
  let product = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / awayFromZero(a * d + b)
    c = awayFromZero(b + a / c)
    product *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return product
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    product *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    product *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return product
}

function awayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value
}
