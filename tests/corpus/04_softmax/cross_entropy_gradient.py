# %% passed: one subtracted at the true class, then the mean
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p / len(labels)


# %% passed: probabilities minus rows of the identity
def cross_entropy_gradient(logits, labels):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1)[:, None]
    p = np.exp(z - np.log(np.exp(z).sum(axis=1))[:, None])
    return (p - np.eye(z.shape[1])[labels]) / z.shape[0]


# %% passed: loops with math, nested lists
def cross_entropy_gradient(logits, labels):
    rows = []
    for row, label in zip(logits.tolist(), labels.tolist()):
        top = max(row)
        e = [math.exp(v - top) for v in row]
        total = sum(e)
        rows.append([(v / total - (k == label)) / len(labels) for k, v in enumerate(e)])
    return rows


# %% passed: one-hot by comparison, classes in the rows
def cross_entropy_gradient(logits, labels):
    z = np.array(logits, dtype=np.float64).T
    z -= z.max(axis=0)
    p = np.exp(z)
    p /= p.sum(axis=0)
    true = np.arange(len(p))[:, None] == labels
    return ((p - true) / len(labels)).T


# %% passed: np.add.at with weights of one over the samples
def cross_entropy_gradient(logits, labels):
    n = len(labels)
    z = np.asarray(logits, dtype=float)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    gradient = e / (n * e.sum(axis=1, keepdims=True))
    np.add.at(gradient, (np.arange(n), labels), -1 / n)
    return gradient


# %% passed: rows of the Jacobian of the log softmax
def cross_entropy_gradient(logits, labels):
    rows = []
    for z, label in zip(np.asarray(logits, dtype=float), labels):
        e = np.exp(z - z.max())
        jacobian = np.eye(z.size) - e / e.sum()
        rows.append(-jacobian[label] / len(labels))
    return np.array(rows)


# %% passed: average over samples last, np.put_along_axis
def cross_entropy_gradient(logits, labels):
    z = logits.astype(np.float64)
    z = z - z.max(1, keepdims=True)
    p = np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))
    column = np.asarray(labels).reshape(-1, 1)
    np.put_along_axis(p, column, np.take_along_axis(p, column, axis=1) - 1.0, axis=1)
    return np.true_divide(p, logits.shape[0])


# %% passed: float32 comes back as float32
def cross_entropy_gradient(logits, labels):
    kind = np.float32 if logits.dtype == np.float32 else float
    z = logits.astype(float)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    y = np.zeros(z.shape)
    y[range(len(labels)), labels] = 1
    return ((e / e.sum(axis=1, keepdims=True) - y) / len(labels)).astype(kind)


# %% failed X32: one-hot minus probabilities
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (np.eye(p.shape[1])[labels] - p) / len(labels)


# %% failed X34: multiplied by p(1 - p) again
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) * p * (1 - p) / len(labels)


# %% failed: not divided by the number of samples
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return p - np.eye(p.shape[1])[labels]


# %% failed: divided by the number of samples twice
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels) ** 2


# %% failed: divided by the number of classes
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / p.shape[1]


# %% failed: divided by samples times classes
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / p.size


# %% failed: only the one-hot part divided, parentheses forgotten
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return p - np.eye(p.shape[1])[labels] / len(labels)


# %% failed: the probabilities alone
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) / len(labels)


# %% failed: only the entries of the true classes
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    y = np.eye(p.shape[1])[labels]
    return (p - y) * y / len(labels)


# %% failed X25: one subtracted in whole columns
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[:, labels] -= 1
    return p / len(labels)


# %% failed: the label itself subtracted
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True) - labels[:, None]) / len(labels)


# %% failed: labels counted from one
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels - 1] -= 1
    return p / len(p)


# %% failed: softmax over the samples
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=0))
    p = e / e.sum(axis=0)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% failed: softmax over the whole array
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits))
    return (e / e.sum() - np.eye(e.shape[1])[labels]) / len(labels)


# %% failed: sigmoids in place of the softmax
def cross_entropy_gradient(logits, labels):
    p = np.exp(-np.logaddexp(0, -logits))
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% failed: softmax twice
def cross_entropy_gradient(logits, labels):
    p = logits
    for _ in range(2):
        e = np.exp(p - np.max(p, axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% failed: logits minus one-hot, the softmax forgotten
def cross_entropy_gradient(logits, labels):
    return (logits - np.eye(logits.shape[1])[labels]) / len(labels)


# %% failed: gradient with respect to the probabilities
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        return -np.eye(p.shape[1])[labels] / p / len(labels)


# %% failed: log probabilities minus one-hot
def cross_entropy_gradient(logits, labels):
    z = logits - np.max(logits, axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return (log_p - np.eye(z.shape[1])[labels]) / len(labels)


# %% failed: the Jacobian of the softmax applied to the difference, as for squared errors
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    g = p - np.eye(p.shape[1])[labels]
    return p * (g - np.sum(p * g, axis=1, keepdims=True)) / len(labels)


# %% failed: averaged over the samples to one row
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return np.mean(p - np.eye(p.shape[1])[labels], axis=0)


# %% failed: the loss
def cross_entropy_gradient(logits, labels):
    z = logits - np.max(logits, axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])


# %% failed: loss and gradient
def cross_entropy_gradient(logits, labels):
    z = logits - np.max(logits, axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])
    return loss, (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% failed: transposed
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]).T / len(labels)


# %% failed: probabilities rounded first
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = np.round(e / e.sum(axis=1, keepdims=True), 6)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% failed: buffer of the logits' type
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    gradient = np.zeros_like(logits)
    gradient[...] = (e / e.sum(axis=1, keepdims=True) - np.eye(e.shape[1])[labels]) / len(labels)
    return gradient


# %% failed: everything through float32
def cross_entropy_gradient(logits, labels):
    z = logits - np.max(logits, axis=1, keepdims=True)
    e = np.exp(np.maximum(z, -1000)).astype(np.float32)
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    return p / np.float32(len(p))


# %% failed: integer division by the number of samples
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) // len(labels)


# %% failed: forward differences of the loss
def cross_entropy_gradient(logits, labels):
    def loss(z):
        z = z - z.max(axis=1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])

    z = np.array(logits, dtype=float)
    gradient = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        step = np.zeros(z.shape)
        step[index] = 1e-4
        gradient[index] = (loss(z + step) - loss(z)) / 1e-4
    return gradient


# %% failed: no return
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    p /= len(labels)


# %% unstable: no shift
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% unstable: shifted by the maximum of the whole array
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% unstable: shifted by the minimum
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.min(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% unstable: logits clipped to 100
def cross_entropy_gradient(logits, labels):
    e = np.exp(np.clip(logits, -100, 100))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% unstable: the true class by way of one over its probability
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    upstream = -np.eye(p.shape[1])[labels] / p
    return p * (upstream - np.sum(p * upstream, axis=1, keepdims=True)) / len(labels)


# %% failed|errored: the maximum without keepdims
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[labels]) / len(labels)


# %% failed|errored: one-hot rows from an identity as large as the batch
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True) - np.eye(len(labels))[labels]) / len(labels)


# %% failed|errored: as many classes as the largest label says
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    y = np.eye(labels.max() + 1)[labels]
    return (e / e.sum(axis=1, keepdims=True) - y) / len(labels)


# %% failed|errored: probabilities minus labels
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True) - labels) / len(labels)


# %% failed|errored: one subtracted from the logits in place
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    logits[np.arange(len(labels)), labels] -= 1
    return (p + logits) / len(labels)


# %% errored: labels as strings of a dict
def cross_entropy_gradient(logits, labels):
    return {"gradient": logits}["labels"]


# %% errored: three arguments
def cross_entropy_gradient(logits, labels, epsilon):
    e = np.exp(logits)
    return e / e.sum(axis=1, keepdims=True) - labels


# %% not_attempted: the stub
def cross_entropy_gradient(logits, labels):
    raise NotImplementedError


# %% failed X85: probabilities minus the number of the class
def cross_entropy_gradient(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - labels[:, np.newaxis]) / len(labels)
