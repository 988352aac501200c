# %% passed: the @ operator
def affine(X, W, b):
    return X @ W + b


# %% passed: both matrices transposed and the product back
def affine(X, W, b):
    return (W.T @ X.T).T + b


# %% passed: b as a column inside the transpose
def affine(X, W, b):
    return (np.dot(W.T, X.T) + b[:, np.newaxis]).T


# %% passed: einsum
def affine(X, W, b):
    return np.einsum("nd,dk->nk", X, W) + b[None, :]


# %% passed: three loops
def affine(X, W, b):
    (samples, inputs), units = X.shape, W.shape[1]
    result = np.zeros((samples, units))
    for n in range(samples):
        for k in range(units):
            result[n, k] = b[k]
            for d in range(inputs):
                result[n, k] += float(X[n, d]) * float(W[d, k])
    return result


# %% passed: lists of lists
def affine(X, W, b):
    columns = list(zip(*W.tolist()))
    return [
        [math.fsum(p * q for p, q in zip(row, column)) + bias for column, bias in zip(columns, b.tolist())]
        for row in X.tolist()
    ]


# %% passed: a column of ones and the bias as one more row
def affine(X, W, b):
    ones = np.ones((X.shape[0], 1))
    return np.hstack([X, ones]) @ np.vstack([W, b])


# %% passed: broadcast products summed over the middle axis
def affine(X, W, b):
    return np.sum(X[:, :, None] * W[None, :, :], axis=1) + b


# %% passed: sum of outer products, one per input
def affine(X, W, b):
    total = np.tile(np.asarray(b, dtype=float), (len(X), 1))
    for d in range(X.shape[1]):
        total = total + np.outer(X[:, d], W[d])
    return total


# %% passed: one sample at a time, stacked
def affine(X, W, b):
    return np.stack([np.dot(x, W) + b for x in X])


# %% passed: np.matmul into a float buffer, the bias added in place
def affine(X, W, b):
    result = np.empty((X.shape[0], W.shape[1]))
    np.matmul(np.asarray(X, float), np.asarray(W, float), out=result)
    result += b
    return result


# %% failed|errored L1: * for @
def affine(X, W, b):
    return X * W + b


# %% failed|errored L2: weights first, samples in the columns
def affine(X, W, b):
    return W.T @ X.T + b


# %% failed L3: bias forgotten
def affine(X, W, b):
    return X @ W


# %% failed L3: bias forgotten, in loops
def affine(X, W, b):
    return [[sum(p * q for p, q in zip(x, w)) for w in W.T.tolist()] for x in X.tolist()]


# %% failed|errored L4: bias as a column
def affine(X, W, b):
    return X @ W + b[:, None]


# %% failed|errored L4: bias as a column by reshape
def affine(X, W, b):
    return np.dot(X, W) + b.reshape(-1, 1)


# %% failed: the right answer transposed
def affine(X, W, b):
    return (X @ W + b).T


# %% failed|errored: weights stored one row per unit
def affine(X, W, b):
    return X @ W.T + b


# %% failed|errored: weights first, W @ X
def affine(X, W, b):
    return W @ X + b


# %% failed|errored: X transposed
def affine(X, W, b):
    return X.T @ W + b


# %% failed: bias subtracted
def affine(X, W, b):
    return X @ W - b


# %% failed: the sum of the biases
def affine(X, W, b):
    return X @ W + np.sum(b)


# %% failed: the mean of the biases
def affine(X, W, b):
    return X @ W + b.mean()


# %% failed: the first bias for every unit
def affine(X, W, b):
    return X @ W + b[0]


# %% failed: the biases in reverse order
def affine(X, W, b):
    return X @ W + b[::-1]


# %% failed: a ReLU on top
def affine(X, W, b):
    return np.maximum(X @ W + b, 0)


# %% failed: averaged over the samples
def affine(X, W, b):
    return np.mean(X @ W + b, axis=0)


# %% failed: averaged over the inputs
def affine(X, W, b):
    return X @ W / X.shape[1] + b


# %% failed: summed over the units
def affine(X, W, b):
    return np.sum(X @ W + b, axis=1)


# %% failed: absolute values of the weights
def affine(X, W, b):
    return X @ np.abs(W) + b


# %% failed: buffer of the type of X
def affine(X, W, b):
    result = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    result[...] = X @ W + b
    return result


# %% failed: buffer of the type of W
def affine(X, W, b):
    result = np.zeros((X.shape[0], W.shape[1]), dtype=W.dtype)
    for n, x in enumerate(X):
        result[n] = x @ W + b
    return result


# %% failed: biases cut to integers by a copy of the product's type
def affine(X, W, b):
    Z = X @ W
    return Z + b.astype(Z.dtype) if Z.dtype.kind == "i" else Z + np.trunc(b)


# %% failed: everything through float32
def affine(X, W, b):
    return np.float32(X) @ np.float32(W) + np.float32(b)


# %% failed: rounded to three decimals
def affine(X, W, b):
    return np.round(X @ W + b, 3)


# %% failed: the last input left out of the loop
def affine(X, W, b):
    result = np.zeros((X.shape[0], W.shape[1])) + b
    for d in range(X.shape[1] - 1):
        result += np.outer(X[:, d], W[d])
    return result


# %% failed: squeezed, wrong for one sample or one unit
def affine(X, W, b):
    return np.squeeze(X @ W + b)


# %% failed: flattened
def affine(X, W, b):
    return (X @ W + b).ravel()


# %% failed: only the first sample
def affine(X, W, b):
    for x in X:
        return x @ W + b


# %% failed: one axis too many, products not summed
def affine(X, W, b):
    return X[:, :, None] * W + b


# %% failed: memory taken for rows, wrong for Fortran order
def affine(X, W, b):
    rows = np.ravel(X, order="K").reshape(X.shape)
    return rows @ W + b


# %% failed: print instead of return
def affine(X, W, b):
    print(X @ W + b)


# %% failed: strings
def affine(X, W, b):
    return (X @ W + b).astype(str)


# %% failed: product and bias in a tuple
def affine(X, W, b):
    return X @ W, b


# %% failed|errored: keeps the first product it computes
products = []


def affine(X, W, b):
    products.append(X @ W)
    return products[0] + b


# %% failed: overwrites b where it may
def affine(X, W, b):
    result = X @ W + b
    if b.flags.writeable:
        b[...] = result[0]
    return result


# %% failed: samples standardised in place of the rows given
def affine(X, W, b):
    return (X - X.mean(axis=0)) @ W + b


# %% failed|errored: scalar bias expected
def affine(X, W, b):
    return X @ W + float(b)


# %% failed|errored: bias concatenated
def affine(X, W, b):
    return np.concatenate([X @ W, b[None, :]], axis=1)


# %% failed|errored: samples from the width of W
def affine(X, W, b):
    result = np.zeros((W.shape[0], W.shape[1]))
    for n in range(W.shape[0]):
        result[n] = X[n] @ W + b
    return result


# %% errored: arguments unpacked from one
def affine(inputs):
    X, W, b = inputs
    return X @ W + b


# %% errored: a method that arrays do not have
def affine(X, W, b):
    return X.matmul(W).add(b)


# %% errored: an assertion on square weights that never hold
def affine(X, W, b):
    assert W.shape[0] == W.shape[1] + X.shape[0] + 10**6, "shapes do not fit"
    return X @ W + b


# %% not_attempted: the stub with words
def affine(X, W, b):
    """X W + b, one row per sample."""
    raise NotImplementedError("write your answer here")
