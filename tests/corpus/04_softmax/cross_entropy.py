# %% passed: log softmax, one entry per row
def cross_entropy(logits, labels):
    z = logits - np.max(logits, axis=1, keepdims=True)
    log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(labels)), labels])


# %% passed: logsumexp of the differences from the true logit
def cross_entropy(logits, labels):
    z = np.asarray(logits, dtype=float)
    true = z[np.arange(z.shape[0]), labels]
    return np.logaddexp.reduce(z - true[:, None], axis=1).mean()


# %% passed: a loop over the samples with math
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        row = [float(v) for v in row]
        top = max(row)
        total += (top - row[label]) + math.log(sum(math.exp(v - top) for v in row))
    return total / len(labels)


# %% passed: one-hot rows and einsum
def cross_entropy(logits, labels):
    z = np.array(logits, dtype=np.float64)
    z -= z.max(axis=1, keepdims=True)
    z -= np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.einsum("nc,nc->", z, np.eye(z.shape[1])[labels]) / z.shape[0]


# %% passed: np.take_along_axis, a 0-d array
def cross_entropy(logits, labels):
    z = np.asarray(logits, dtype=float)
    z = z - np.amax(z, axis=-1, keepdims=True)
    chosen = np.take_along_axis(z, np.asarray(labels)[:, None], axis=1)[:, 0]
    return np.array(np.average(np.log(np.exp(z).sum(axis=1)) - chosen))


# %% passed: a boolean mask of the true classes
def cross_entropy(logits, labels):
    true = labels[:, np.newaxis] == np.arange(logits.shape[1])
    gap = logits.max(axis=1) - logits[true]
    rest = np.exp(logits - logits.max(axis=1)[:, np.newaxis]).sum(axis=1)
    return np.mean(gap + np.log(rest))


# %% passed: flat positions, classes in the rows
def cross_entropy(logits, labels):
    z = np.asarray(logits, dtype=float).T
    z = z - z.max(axis=0)
    log_p = z - np.log(np.exp(z).sum(axis=0))
    n = len(labels)
    return float(-log_p.ravel()[labels * n + np.arange(n)].sum() / n)


# %% passed: float32 comes back as float32
def cross_entropy(logits, labels):
    z = logits.astype(float)
    z = z - z.max(axis=1, keepdims=True)
    loss = np.log(np.exp(z).sum(axis=1)) - z[range(len(z)), labels]
    return np.float32(loss.mean()) if logits.dtype == np.float32 else loss.mean()


# %% unstable X81: logsumexp of the logits minus the true logit, lost beside huge logits
def cross_entropy(logits, labels):
    top = logits.max(axis=1)
    total = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
    return np.mean(total - logits[np.arange(len(labels)), labels])


# %% unstable: no shift
def cross_entropy(logits, labels):
    total = np.log(np.exp(logits).sum(axis=1))
    return np.mean(total - logits[np.arange(len(labels)), labels])


# %% unstable: logarithm of the shifted softmax
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(labels)), labels]))


# %% unstable: logarithm of the softmax of the formula
def cross_entropy(logits, labels):
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(labels)), labels]).mean()


# %% unstable: one-hot times the logarithm, zero times minus infinity
@np.errstate(all="ignore")
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    log_p = np.log(e / e.sum(axis=1, keepdims=True))
    return -np.sum(np.eye(logits.shape[1])[labels] * log_p) / len(labels)


# %% unstable: 1e-300 added to the probability
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(labels)), labels] + 1e-300))


# %% unstable: losses not over 100
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    loss = np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels]
    return np.minimum(loss, 100).mean()


# %% unstable: shifted by the maximum of the whole array
def cross_entropy(logits, labels):
    z = logits - logits.max()
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])


# %% unstable|failed: 1e-12 added to the probability
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(labels)), labels] + 1e-12))


# %% unstable|failed: probabilities clipped to 1e-7
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = np.clip(e / e.sum(axis=1, keepdims=True), 1e-7, 1 - 1e-7)
    return -np.mean(np.log(p[np.arange(len(labels)), labels]))


# %% failed X25: columns by P[:, labels]
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[:, labels])


# %% failed X26: sum in place of the mean
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.sum(log_p[np.arange(len(labels)), labels])


# %% failed X28: logarithm base ten
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(labels)), labels]) / np.log(10)


# %% failed X28: bits, logarithm base two
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(labels)), labels]) / math.log(2)


# %% failed X29: logarithm of the logits
def cross_entropy(logits, labels):
    with np.errstate(all="ignore"):
        return -np.mean(np.log(logits[np.arange(len(labels)), labels]))


# %% failed X30: every class in place of the true one
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p.sum() / len(labels)


# %% failed X31: 1e-3 added to the probability
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(labels)), labels] + 1e-3))


# %% failed: a softmax before the loss that takes a softmax
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    z = e / e.sum(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])


# %% failed: softmax over the samples
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=0)
    log_p = z - np.log(np.exp(z).sum(axis=0))
    return -np.mean(log_p[np.arange(len(labels)), labels])


# %% failed: softmax over the whole array
def cross_entropy(logits, labels):
    z = logits - logits.max()
    log_p = z - np.log(np.exp(z).sum())
    return -np.mean(log_p[np.arange(len(labels)), labels])


# %% failed: the minus forgotten
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return np.mean(log_p[np.arange(len(labels)), labels])


# %% failed: mean over samples and classes
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.eye(logits.shape[1])[labels] * log_p)


# %% failed: labels counted from one
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(labels)), labels - 1])


# %% failed: one loss per sample
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels]


# %% failed: labels used as numbers, multiplied with the log probabilities
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(labels[:, None] * log_p, axis=1))


# %% failed: logarithm of the mean probability
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(np.mean(p[np.arange(len(labels)), labels]) + 1e-300)


# %% failed: the true probability without the logarithm
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return 1 - np.mean(p[np.arange(len(labels)), labels])


# %% failed: binary cross-entropy of each class added up
def cross_entropy(logits, labels):
    y = np.eye(logits.shape[1])[labels]
    return np.mean(np.sum(np.logaddexp(0, logits) - y * logits, axis=1))


# %% failed: the predicted class for the true one
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)))


# %% failed: the entropy of the probabilities
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(np.exp(log_p) * log_p, axis=1))


# %% failed: accuracy
def cross_entropy(logits, labels):
    return np.mean(np.argmax(logits, axis=1) == labels)


# %% failed: the median of the losses
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return np.median(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])


# %% failed: return inside the loop
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(np.asarray(logits, dtype=float), labels):
        z = row - row.max()
        total += np.log(np.exp(z).sum()) - z[label]
        return total / len(labels)


# %% failed: labels sorted first
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), np.sort(labels)])


# %% failed: everything through float32
def cross_entropy(logits, labels):
    z = np.clip(logits, -1e30, 1e30).astype(np.float32)
    z = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])


# %% failed: losses in a buffer of the logits' type
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    loss = np.zeros(len(z), dtype=logits.dtype)
    loss[:] = np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels]
    return loss.mean()


# %% failed: a list of one number
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return [np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])]


# %% failed: rounded text
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return "%.4f" % np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])


# %% failed|errored: shifts the caller's array in place
def cross_entropy(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(labels)), labels])


# %% failed|errored: labels expected one-hot
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(labels * log_p, axis=1))


# %% failed|errored: one-hot rows from an identity as large as the batch
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.sum(np.eye(len(labels))[labels] * log_p) / len(labels)


# %% errored: labels forgotten in the signature
def cross_entropy(logits):
    return -np.mean(np.log(logits))


# %% errored: a column that is not there
def cross_entropy(logits, labels):
    return -np.mean(logits[:, logits.shape[1]])


# %% not_attempted: the stub
def cross_entropy(logits, labels):
    raise NotImplementedError
