# %% passed: diagonal minus outer product
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


# %% passed: probabilities times identity minus probabilities
def softmax_jacobian(logits):
    e = np.exp(logits - logits.max())
    p = e / e.sum()
    return p[:, None] * (np.eye(len(p)) - p)


# %% passed: the transpose of it, which is the same
def softmax_jacobian(logits):
    e = np.exp(logits - logits.max())
    p = e / e.sum()
    return ((np.eye(p.size) - p) * p.reshape(-1, 1)).T


# %% passed: two loops and an if
def softmax_jacobian(logits):
    z = [float(v) for v in logits]
    e = [math.exp(v - max(z)) for v in z]
    p = [v / sum(e) for v in e]
    J = np.zeros((len(p), len(p)))
    for i in range(len(p)):
        for j in range(len(p)):
            if i == j:
                J[i, j] = p[i] * (1 - p[i])
            else:
                J[i, j] = -p[i] * p[j]
    return J


# %% passed: off-diagonal by einsum, np.fill_diagonal on it
def softmax_jacobian(logits):
    z = np.asarray(logits, dtype=np.float64)
    p = np.exp(z - np.logaddexp.reduce(z))
    J = -np.einsum("i,j->ij", p, p)
    np.fill_diagonal(J, p * (1 - p))
    return J


# %% passed: complex step, one column after another
def softmax_jacobian(logits):
    z = np.asarray(logits, dtype=float) - np.max(logits)
    columns = []
    for j in range(len(z)):
        w = z.astype(complex)
        w[j] += 1e-40j
        e = np.exp(w)
        columns.append((e / e.sum()).imag / 1e-40)
    return np.stack(columns, axis=1)


# %% passed: nested lists in a comprehension
def softmax_jacobian(logits):
    e = np.exp(np.asarray(logits, dtype=float) - np.max(logits))
    p = (e / e.sum()).tolist()
    return [[pi * ((i == j) - pj) for j, pj in enumerate(p)] for i, pi in enumerate(p)]


# %% passed: Jacobian of the exponential divided by the sum, quotient rule
def softmax_jacobian(logits):
    e = np.exp(np.asarray(logits, dtype=float) - np.max(logits))
    S = np.sum(e)
    return (np.diag(e) * S - e[:, np.newaxis] @ e[np.newaxis, :]) / S**2


# %% failed X23: p(1 - p) on the diagonal, zero elsewhere
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.diag(p * (1 - p))


# %% failed: p(1 - p) as a vector
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return p * (1 - p)


# %% failed: the sign, outer product minus diagonal
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.outer(p, p) - np.diag(p)


# %% failed: outer product added
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.diag(p) + np.outer(p, p)


# %% failed: minus the outer product, no diagonal
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return -np.outer(p, p)


# %% failed: the diagonal alone, p
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    return np.diag(e / e.sum())


# %% failed: identity in place of the diagonal of p
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.eye(len(p)) - np.outer(p, p)


# %% failed: the Jacobian of the log softmax
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.eye(len(p)) - p


# %% failed: p(1 - p) for every pair
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.outer(p, 1 - p)


# %% failed: off the diagonal with a plus
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    J = np.outer(p, p)
    np.fill_diagonal(J, p * (1 - p))
    return J


# %% failed: elementwise square where the outer product belongs
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.diag(p) - p * p


# %% failed: the inner product where the outer product belongs
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.diag(p) - p @ p.T


# %% failed: logits taken for probabilities
def softmax_jacobian(logits):
    z = np.asarray(logits, dtype=float)
    return np.diag(z) - np.outer(z, z)


# %% failed: softmax twice before the formula
def softmax_jacobian(logits):
    p = logits
    for _ in range(2):
        e = np.exp(p - np.max(p))
        p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


# %% failed: sigmoid of each logit
def softmax_jacobian(logits):
    p = np.exp(-np.logaddexp(0, -np.asarray(logits, dtype=float)))
    return np.diag(p) - np.outer(p, p)


# %% failed: exponentials not divided by their sum
def softmax_jacobian(logits):
    p = np.exp(logits - np.max(logits))
    return np.diag(p) - np.outer(p, p)


# %% failed: divided by the number of classes
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return (np.diag(p) - np.outer(p, p)) / len(p)


# %% failed: only the upper triangle
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.triu(np.diag(p) - np.outer(p, p))


# %% failed: summed over the rows, all zeros
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return (np.diag(p) - np.outer(p, p)).sum(axis=0)


# %% failed: forward differences
def softmax_jacobian(logits):
    def softmax(z):
        e = np.exp(z - z.max())
        return e / e.sum()

    z = np.asarray(logits, dtype=float)
    h = 1e-4
    return np.array([(softmax(z + h * row) - softmax(z)) / h for row in np.eye(len(z))]).T


# %% failed: one axis too many
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = (e / e.sum()).reshape(1, -1)
    return p[:, :, None] * np.eye(p.shape[1]) - p[:, :, None] * p[:, None, :]


# %% failed: flattened
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return (np.diag(p) - np.outer(p, p)).ravel()


# %% failed: np.fill_diagonal returns None
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.fill_diagonal(-np.outer(p, p), p * (1 - p))


# %% failed: matrix of the logits' type
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    J = np.zeros((len(p), len(p)), dtype=logits.dtype)
    J[...] = np.diag(p) - np.outer(p, p)
    return J


# %% failed: an integer matrix filled in
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    J = np.full((len(p), len(p)), 0)
    for i in range(len(p)):
        for j in range(len(p)):
            J[i, j] = p[i] * ((i == j) - p[j])
    return J


# %% failed: everything through float32
def softmax_jacobian(logits):
    e = np.exp((logits - np.max(logits)).astype(np.float32))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


# %% failed: overwrites the logits where it may
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    if logits.flags.writeable:
        logits[:] = p
    return np.diag(p) - np.outer(p, p)


# %% failed: print instead of return
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    print(np.diag(p) - np.outer(p, p))


# %% unstable: no shift
def softmax_jacobian(logits):
    e = np.exp(logits)
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


# %% unstable: shifted by the minimum
def softmax_jacobian(logits):
    e = np.exp(logits - np.min(logits))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


# %% unstable: off-diagonal divided by the logits' exponentials one by one
def softmax_jacobian(logits):
    e = np.exp(np.asarray(logits, dtype=float))
    J = -np.outer(e, e) / e.sum() ** 2
    J[np.diag_indices(len(e))] += e / e.sum()
    return J


# %% failed|errored: the constant three classes
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    J = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            J[i, j] = p[i] * ((i == j) - p[j])
    return J


# %% errored: a matrix of logits expected
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return np.diag(p[0]) - np.outer(p[0], p[0])


# %% errored: the upstream gradient asked for as well
def softmax_jacobian(logits, upstream):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return p * (upstream - p @ upstream)


# %% not_attempted: the stub
def softmax_jacobian(logits):
    raise NotImplementedError


# %% failed X83: p minus the outer product, without diag
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return p - np.outer(p, p)


# %% failed X83: p @ p.T for one-dimensional p
def softmax_jacobian(logits):
    e = np.exp(logits - np.max(logits))
    p = e / e.sum()
    return np.diag(p) - p @ p.T
