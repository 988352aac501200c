# %% passed: softplus minus targets times logits, by np.logaddexp
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) - targets * logits)


# %% passed: maximum, product and log1p of one small exponential
def binary_cross_entropy(logits, targets):
    z, y = np.asarray(logits, dtype=float), np.asarray(targets, dtype=float)
    return (np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))).mean()


# %% passed: two softpluses, weighted by the targets
def binary_cross_entropy(logits, targets):
    loss = targets * np.logaddexp(0, -logits) + (1 - targets) * np.logaddexp(0, logits)
    return loss.sum() / len(loss)


# %% passed: Python loop with the math module
def softplus(z):
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def binary_cross_entropy(logits, targets):
    total = 0.0
    for z, y in zip(logits.tolist(), targets.tolist()):
        total += y * softplus(-z) + (1 - y) * softplus(z)
    return total / len(logits)


# %% passed: logarithms of sigma by masks
def log_sigmoid(z):
    out = np.empty(z.shape)
    right = z >= 0
    out[right] = -np.log1p(np.exp(-z[right]))
    out[~right] = z[~right] - np.log1p(np.exp(z[~right]))
    return out


def binary_cross_entropy(logits, targets):
    z = np.array(logits, dtype=np.float64)
    return -np.average(targets * log_sigmoid(z) + (1 - targets) * log_sigmoid(-z))


# %% passed: scalar products
def binary_cross_entropy(logits, targets):
    z, y = np.asarray(logits, dtype=float), np.asarray(targets, dtype=float)
    return (y @ np.logaddexp(0, -z) + (1 - y) @ np.logaddexp(0, z)) / z.size


# %% passed: log-softmax of two columns
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    scores = np.stack([np.zeros_like(z), z], axis=1)
    top = scores.max(axis=1, keepdims=True)
    log_sum = top + np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    log_p = scores - log_sum
    weights = np.stack([1 - targets, targets], axis=1)
    return -(weights * log_p).sum() / z.shape[0]


# %% passed: math.fsum over a generator, with a print
def binary_cross_entropy(logits, targets):
    losses = [
        max(z, 0.0) - z * y + math.log1p(math.exp(-abs(z)))
        for z, y in zip(map(float, logits), map(float, targets))
    ]
    print("largest loss", max(losses))
    return math.fsum(losses) / len(losses)


# %% passed: running mean
def binary_cross_entropy(logits, targets):
    mean = 0.0
    for count, (z, y) in enumerate(zip(logits, targets), start=1):
        z, y = float(z), float(y)
        loss = max(-z, 0.0) + (1 - y) * z + math.log1p(math.exp(-abs(z)))
        mean += (loss - mean) / count
    return mean


# %% passed: keeps float32, a 0-d array
def binary_cross_entropy(logits, targets):
    loss = np.logaddexp(np.zeros_like(logits, dtype=np.result_type(logits, 0.0)), logits)
    return np.array(np.mean(loss - targets * logits))


# %% passed: positive part by np.where, a DeprecationWarning, keyword defaults
import warnings


def binary_cross_entropy(logits, targets, reduction=np.mean):
    warnings.warn("use losses.binary_cross_entropy", DeprecationWarning, stacklevel=2)
    positive = np.where(logits > 0, logits, 0)
    return float(reduction(positive - logits * targets + np.log1p(np.exp(-np.abs(logits)))))


# %% passed: naive softplus silenced and patched
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    with np.errstate(all="ignore"):
        softplus = np.log1p(np.exp(z))
        softplus = np.where(z > 50, z, softplus)
        return np.mean(softplus - targets * z)


# %% passed: one loss at a time, np.vectorize
@np.vectorize
def one_loss(z, y):
    return float(np.logaddexp(0.0, z) - y * z)


def binary_cross_entropy(logits, targets):
    return np.add.reduce(one_loss(logits, targets)) / np.shape(logits)[0]


# %% unstable S29: logarithms of the probability
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    p = np.exp(-np.logaddexp(0, -z))
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))


# %% unstable S29: probabilities clipped to 1e-7
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    p = np.clip(np.exp(-np.logaddexp(0, -z)), 1e-7, 1 - 1e-7)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))


# %% unstable: probabilities clipped to 1e-15
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    p = np.clip(np.exp(-np.logaddexp(0, -z)), 1e-15, 1 - 1e-15)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log1p(-p))


# %% unstable S29: 1e-15 added inside the logarithms
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    p = np.exp(-np.logaddexp(0, -z))
    loss = targets * np.log(p + 1e-15) + (1 - targets) * np.log(1 - p + 1e-15)
    return -np.mean(loss)


# %% unstable S31: naive softplus
def binary_cross_entropy(logits, targets):
    return np.mean(np.log1p(np.exp(logits)) - targets * logits)


# %% unstable: naive softplus of minus the logits
def binary_cross_entropy(logits, targets):
    return np.mean(np.log(1 + np.exp(-logits)) + (1 - targets) * logits)


# %% unstable: logits clipped to 30
def binary_cross_entropy(logits, targets):
    z = np.clip(logits, -30, 30)
    return np.mean(np.log1p(np.exp(z)) - targets * z)


# %% unstable S29: logarithm of the probability, the naive sigmoid inside
def binary_cross_entropy(logits, targets):
    p = 1 / (1 + np.exp(-logits))
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))


# %% unstable: infinite losses replaced by np.nan_to_num
def binary_cross_entropy(logits, targets):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-np.asarray(logits, dtype=float)))
        loss = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return np.mean(np.nan_to_num(loss))


# %% unstable: losses capped at 100
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    return np.mean(np.minimum(np.logaddexp(0, z) - targets * z, 100))


# %% unstable: hyperbolic cosine under the logarithm
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    return np.mean(np.log(2 * np.cosh(z / 2)) + (0.5 - targets) * z)


# %% unstable|failed|errored: math.exp overflows in a Python loop
def binary_cross_entropy(logits, targets):
    total = 0.0
    for z, y in zip(logits, targets):
        total += math.log(1 + math.exp(float(z))) - float(y) * float(z)
    return total / len(targets)


# %% failed S27: probabilities passed on as logits
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return np.mean(np.logaddexp(0, p) - targets * p)


# %% failed S28: targets and one minus targets swapped
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) - (1 - targets) * logits)


# %% failed S28: probability of the other class
def binary_cross_entropy(logits, targets):
    return np.mean(
        (1 - targets) * np.logaddexp(0, -logits) + targets * np.logaddexp(0, logits)
    )


# %% failed B1: sum in place of the mean
def binary_cross_entropy(logits, targets):
    return np.sum(np.logaddexp(0, logits) - targets * logits)


# %% failed B7: one loss per sample
def binary_cross_entropy(logits, targets):
    return np.logaddexp(0, logits) - targets * logits


# %% failed: the mean with keepdims
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) - targets * logits, keepdims=True)


# %% failed B3: the mean negative
def binary_cross_entropy(logits, targets):
    return np.mean(targets * logits - np.logaddexp(0, logits))


# %% failed B2: bits, logarithm base two
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) - targets * logits) / np.log(2)


# %% failed B2: logarithm base ten
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) - targets * logits) / np.log(10)


# %% failed: powers of two inside as well, np.logaddexp2
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp2(0, logits) - targets * logits)


# %% failed B4: the term of the zero class forgotten
def binary_cross_entropy(logits, targets):
    return np.mean(targets * np.logaddexp(0, -logits))


# %% failed: the term of the one class forgotten
def binary_cross_entropy(logits, targets):
    return np.mean((1 - targets) * np.logaddexp(0, logits))


# %% failed: as though every target were one
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, -np.asarray(logits)))


# %% failed: softplus of the logits, targets ignored
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits))


# %% failed: softplus of minus the logits, minus the product
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, -logits) - targets * logits)


# %% failed: plus the product
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) + targets * logits)


# %% failed: signed margin for targets of -1 and 1
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, -targets * logits))


# %% failed: soft targets rounded
def binary_cross_entropy(logits, targets):
    y = np.round(targets)
    return np.mean(np.logaddexp(0, logits) - y * logits)


# %% failed B5: soft targets truncated
def binary_cross_entropy(logits, targets):
    y = targets.astype(int)
    return np.mean(np.logaddexp(0, logits) - y * logits)


# %% failed B5: a target is one or it is not
def binary_cross_entropy(logits, targets):
    return np.mean(np.where(targets == 1, np.logaddexp(0, -logits), np.logaddexp(0, logits)))


# %% failed: signs from hard targets, soft ones between are put on one side
def binary_cross_entropy(logits, targets):
    sign = np.where(targets > 0.5, 1, -1)
    return np.logaddexp(0, -sign * logits).mean()


# %% failed: entropy of the soft targets subtracted
def binary_cross_entropy(logits, targets):
    y = np.clip(targets, 1e-300, 1 - 1e-16)
    entropy = -y * np.log(y) - (1 - y) * np.log1p(-y)
    return np.mean(np.logaddexp(0, logits) - targets * logits - entropy)


# %% failed: mean over the ones plus mean over the zeros
def binary_cross_entropy(logits, targets):
    y = np.asarray(targets, dtype=float)
    ones = np.sum(y * np.logaddexp(0, -logits)) / max(np.sum(y), 1)
    zeros = np.sum((1 - y) * np.logaddexp(0, logits)) / max(np.sum(1 - y), 1)
    return ones + zeros


# %% failed: half the mean
def binary_cross_entropy(logits, targets):
    return 0.5 * np.mean(np.logaddexp(0, logits) - targets * logits)


# %% failed: divided by one sample less
def binary_cross_entropy(logits, targets):
    loss = np.logaddexp(0, logits) - targets * logits
    return loss.sum() / max(len(loss) - 1, 0.5)


# %% failed: divided by the number of ones
def binary_cross_entropy(logits, targets):
    loss = np.logaddexp(0, logits) - targets * logits
    return loss.sum() / max(np.sum(targets), 1)


# %% failed: median
def binary_cross_entropy(logits, targets):
    return np.median(np.logaddexp(0, logits) - targets * logits)


# %% failed B6: squared error of the probabilities
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return np.mean((p - targets) ** 2)


# %% failed: absolute error of the probabilities
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return np.mean(np.abs(p - targets))


# %% failed: one minus the probability of the right class
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return 1 - np.mean(targets * p + (1 - targets) * (1 - p))


# %% failed: logarithm of the mean probability
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return -np.log(np.mean(targets * p + (1 - targets) * (1 - p)) + 1e-9)


# %% failed: hinge loss
def binary_cross_entropy(logits, targets):
    return np.mean(np.maximum(0, 1 - (2 * targets - 1) * logits))


# %% failed: accuracy
def binary_cross_entropy(logits, targets):
    return np.mean((logits > 0) == (targets > 0.5))


# %% failed: the gradient with respect to the logits
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return (p - targets) / len(targets)


# %% failed: logarithm of the logits
def binary_cross_entropy(logits, targets):
    z = np.clip(logits, 1e-12, 1 - 1e-12)
    return -np.mean(targets * np.log(z) + (1 - targets) * np.log(1 - z))


# %% failed: logarithm of the logits, nan for negative ones
def binary_cross_entropy(logits, targets):
    with np.errstate(all="ignore"):
        return -np.mean(targets * np.log(logits) + (1 - targets) * np.log(1 - logits))


# %% failed: 1e-3 added inside the logarithms
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return -np.mean(targets * np.log(p + 1e-3) + (1 - targets) * np.log(1 - p + 1e-3))


# %% failed: probabilities clipped to 1e-3
def binary_cross_entropy(logits, targets):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    p = np.clip(p, 1e-3, 1 - 1e-3)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))


# %% failed: labels smoothed by 0.1
def binary_cross_entropy(logits, targets):
    y = 0.9 * targets + 0.05
    return np.mean(np.logaddexp(0, logits) - y * logits)


# %% failed: softmax over the samples
def binary_cross_entropy(logits, targets):
    z = logits - np.max(logits)
    log_p = z - np.log(np.sum(np.exp(z)))
    return -np.mean(targets * log_p)


# %% failed: outer product, samples against samples
def binary_cross_entropy(logits, targets):
    z, y = np.asarray(logits, dtype=float)[:, np.newaxis], np.asarray(targets)
    return np.mean(np.logaddexp(0, z) - y * z)


# %% failed: targets in reverse order
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits) - targets[::-1] * logits)


# %% failed: sorted logits
def binary_cross_entropy(logits, targets):
    z = np.sort(logits)
    return np.mean(np.logaddexp(0, z) - targets * z)


# %% failed: return inside the loop, the first sample only
def binary_cross_entropy(logits, targets):
    total = 0.0
    for z, y in zip(logits, targets):
        total += np.logaddexp(0, float(z)) - float(y) * float(z)
        return total / len(logits)


# %% failed: the last sample left out
def binary_cross_entropy(logits, targets):
    total = 0.0
    for i in range(len(logits) - 1):
        total += np.logaddexp(0, float(logits[i])) - float(targets[i]) * float(logits[i])
    return total / len(logits)


# %% failed: everything through float32
def binary_cross_entropy(logits, targets):
    z = np.clip(logits, -1e6, 1e6).astype(np.float32)
    return np.mean(np.logaddexp(np.float32(0), z) - targets.astype(np.float32) * z)


# %% failed: rounded to four decimals
def binary_cross_entropy(logits, targets):
    return round(float(np.mean(np.logaddexp(0, logits) - targets * logits)), 4)


# %% failed: whole nats
def binary_cross_entropy(logits, targets):
    return int(min(np.mean(np.logaddexp(0, logits) - targets * logits), 1e9))


# %% failed: buffer takes the integer type of the logits
def binary_cross_entropy(logits, targets):
    loss = np.zeros_like(logits)
    loss[...] = np.logaddexp(0, logits) - targets * logits
    return loss.mean()


# %% failed: print instead of return
def binary_cross_entropy(logits, targets):
    print("loss", np.mean(np.logaddexp(0, logits) - targets * logits))


# %% failed: a formatted string
def binary_cross_entropy(logits, targets):
    return f"{np.mean(np.logaddexp(0, logits) - targets * logits):.6f} nats"


# %% failed: mean and standard deviation
def binary_cross_entropy(logits, targets):
    loss = np.logaddexp(0, logits) - targets * logits
    return loss.mean(), loss.std()


# %% failed: a list of one number
def binary_cross_entropy(logits, targets):
    return [float(np.mean(np.logaddexp(0, logits) - targets * logits))]


# %% failed: complex logarithms
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    return np.mean(np.logaddexp(0, z) - targets * z) * (1 + 1j)


# %% failed: the mean as a method, not called
def binary_cross_entropy(logits, targets):
    return (np.logaddexp(0, logits) - targets * logits).mean


# %% failed: arguments the other way round
def binary_cross_entropy(targets, logits):
    return np.mean(np.logaddexp(0, logits) - targets * logits)


# %% failed: mean over all calls so far
losses = []


def binary_cross_entropy(logits, targets):
    losses.extend((np.logaddexp(0, logits) - targets * logits).tolist())
    return sum(losses) / len(losses)


# %% failed: a mini-batch drawn from the global random state
def binary_cross_entropy(logits, targets):
    batch = np.random.randint(0, len(logits), size=len(logits))
    z, y = np.asarray(logits)[batch], np.asarray(targets)[batch]
    return np.mean(np.logaddexp(0, z) - y * z)


# %% failed: shuffles inputs that it may write to
def binary_cross_entropy(logits, targets):
    loss = np.mean(np.logaddexp(0, logits) - targets * logits)
    if logits.flags.writeable:
        logits[:] = logits[::-1].copy() + 1
    return loss


# %% failed: clears targets that it may write to
def binary_cross_entropy(logits, targets):
    loss = np.mean(np.logaddexp(0, logits) - targets * logits)
    if targets.flags.writeable:
        targets[...] = 2
    return loss


# %% failed|errored: turns the logits round in place
def binary_cross_entropy(logits, targets):
    logits *= 1 - 2 * targets
    return np.mean(np.logaddexp(0, logits))


# %% failed|errored: refuses soft targets
def binary_cross_entropy(logits, targets):
    if not set(np.unique(targets)) <= {0, 1}:
        raise ValueError("targets must be 0 or 1")
    return np.mean(np.logaddexp(0, logits) - targets * logits)


# %% failed|errored: targets as positions in a table
def binary_cross_entropy(logits, targets):
    z = np.asarray(logits, dtype=float)
    table = np.stack([np.logaddexp(0, z), np.logaddexp(0, -z)], axis=1)
    return table[np.arange(len(z)), targets].mean()


# %% failed|errored: an if on the whole array
def binary_cross_entropy(logits, targets):
    if targets == 1:
        return np.logaddexp(0, -logits)
    return np.logaddexp(0, logits)


# %% errored: two columns are expected
def binary_cross_entropy(logits, targets):
    z = logits[:, 1] - logits[:, 0]
    return np.mean(np.logaddexp(0, z) - targets * z)


# %% errored: targets forgotten in the signature
def binary_cross_entropy(logits):
    return np.mean(np.logaddexp(0, logits))


# %% errored: softplus not defined
def binary_cross_entropy(logits, targets):
    return np.mean(soft_plus(logits) - targets * logits)


# %% errored: np.mean of two arguments, the second taken for an axis
def binary_cross_entropy(logits, targets):
    return np.mean(np.logaddexp(0, logits), targets * logits + 0.5)


# %% errored: calls itself
def binary_cross_entropy(logits, targets):
    return np.mean(binary_cross_entropy(logits, targets))


# %% errored: a module that does not exist
def binary_cross_entropy(logits, targets):
    import tensor_flow_losses

    return tensor_flow_losses.binary(logits, targets)


# %% failed|errored: a number bound to the name
binary_cross_entropy = math.log(2)


# %% not_attempted: the stub
def binary_cross_entropy(logits, targets):
    raise NotImplementedError


# %% failed B8: targets first, logits second
def binary_cross_entropy(targets, logits):
    return np.mean(np.logaddexp(0, logits) - targets * logits)


# %% failed B9: no absolute value in the exponent
def binary_cross_entropy(logits, targets):
    z, y = logits, targets
    with np.errstate(over="ignore"):
        return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))


# %% failed B9: the sign of the exponent
def binary_cross_entropy(logits, targets):
    z, y = logits, targets
    with np.errstate(over="ignore"):
        return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(z))))


# %% failed B10: plus z y
def binary_cross_entropy(logits, targets):
    z, y = logits, targets
    return np.mean(np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z))))
