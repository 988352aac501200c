# %% passed: score over np.linalg.norm
def signed_distance(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)


# %% passed: unit normal first
def signed_distance(X, w, b):
    length = np.sqrt(np.sum(np.square(np.asarray(w, dtype=float))))
    return X @ (w / length) + b / length


# %% passed: from a point of the line, projected on the normal
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    foot = -b * w / (w @ w)
    return (X - foot) @ w / math.sqrt(w @ w)


# %% passed: a list, math.hypot for the length
def signed_distance(X, w, b):
    length = math.hypot(*w.tolist())
    return [(math.fsum(p * q for p, q in zip(x, w.tolist())) + b) / length for x in X.tolist()]


# %% passed: a loop into a float buffer
def signed_distance(X, w, b):
    distances = np.zeros(X.shape[0])
    squared = 0.0
    for entry in w:
        squared += float(entry) ** 2
    for n in range(X.shape[0]):
        distances[n] = (np.dot(X[n], w) + b) / squared**0.5
    return distances


# %% passed: sign times absolute distance
def signed_distance(X, w, b):
    score = np.asarray(X, float) @ np.asarray(w, float) + float(b)
    return np.sign(score) * np.abs(score) / np.linalg.norm(w)


# %% passed: einsum, norm by the dot product
signed_distance = lambda X, w, b: (np.einsum("nd,d->n", X, w) + b) * float(w @ w) ** -0.5


# %% passed: norm along axis 0 of a column, flattened at the end
def signed_distance(X, w, b):
    column = w[:, np.newaxis]
    return ((X @ column + b) / np.linalg.norm(column, axis=0)).ravel()


# %% passed: w and b scaled to length one with a helper and a print
def normalised(w, b):
    length = float(np.linalg.norm(w, ord=2))
    print("length", length)
    return np.divide(w, length), b / length


def signed_distance(X, w, b):
    unit, offset = normalised(w, b)
    return np.sum(X * unit, axis=-1) + offset


# %% failed L7: not divided by the norm
def signed_distance(X, w, b):
    return X @ w + b


# %% failed L7: not divided by the norm, in a list
def signed_distance(X, w, b):
    return [sum(p * q for p, q in zip(x, w)) + b for x in X]


# %% failed L9: absolute value
def signed_distance(X, w, b):
    return np.abs(X @ w + b) / np.linalg.norm(w)


# %% failed L9: root of the square
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    return np.sqrt((X @ w + b) ** 2 / (w @ w))


# %% failed: divided by the squared norm
def signed_distance(X, w, b):
    return (X @ w + b) / np.dot(w, w)


# %% failed: bias not divided
def signed_distance(X, w, b):
    return X @ w / np.linalg.norm(w) + b


# %% failed: only the bias divided
def signed_distance(X, w, b):
    return X @ w + b / np.linalg.norm(w)


# %% failed: bias forgotten
def signed_distance(X, w, b):
    return X @ w / np.linalg.norm(w)


# %% failed: bias subtracted
def signed_distance(X, w, b):
    return (X @ w - b) / np.linalg.norm(w)


# %% failed: positive on the other side
def signed_distance(X, w, b):
    return -(X @ w + b) / np.linalg.norm(w)


# %% failed: divided by the sum of absolute weights
def signed_distance(X, w, b):
    return (X @ w + b) / np.sum(np.abs(w))


# %% failed: divided by the largest weight
def signed_distance(X, w, b):
    return (X @ w + b) / np.linalg.norm(w, np.inf)


# %% failed: divided by the sum of the weights
def signed_distance(X, w, b):
    with np.errstate(all="ignore"):
        return (X @ w + b) / np.sum(w)


# %% failed: bias counted into the norm
def signed_distance(X, w, b):
    return (X @ w + b) / np.linalg.norm(np.append(w, b))


# %% failed: divided by the norms of the samples
def signed_distance(X, w, b):
    with np.errstate(all="ignore"):
        return (X @ w + b) / np.linalg.norm(X, axis=1)


# %% failed: divided by the norm of all samples
def signed_distance(X, w, b):
    return (X @ w + b) / (np.linalg.norm(X) + 1e-300)


# %% failed: cosine of the angle
def signed_distance(X, w, b):
    with np.errstate(all="ignore"):
        return X @ w / (np.linalg.norm(w) * np.linalg.norm(X, axis=1))


# %% failed: root mean square for the norm
def signed_distance(X, w, b):
    return (X @ w + b) / np.sqrt(np.mean(np.square(w, dtype=float)))


# %% failed: root forgotten on one half, two features only
def signed_distance(X, w, b):
    return (X @ w + b) / (np.abs(w[0]) + np.sqrt(np.sum(np.square(w[1:], dtype=float))))


# %% failed: norm of the first two weights
def signed_distance(X, w, b):
    length = np.linalg.norm(w[:2])
    with np.errstate(all="ignore"):
        return (X @ w + b) / length


# %% failed: an epsilon in the norm
def signed_distance(X, w, b):
    return (X @ w + b) / (np.linalg.norm(w) + 1e-6)


# %% failed: the side only
def signed_distance(X, w, b):
    return np.sign(X @ w + b)


# %% failed: sigmoid of the score
def signed_distance(X, w, b):
    return np.exp(-np.logaddexp(0, -(X @ w + b) / np.linalg.norm(w)))


# %% failed: negative side cut off
def signed_distance(X, w, b):
    return np.maximum(X @ w + b, 0) / np.linalg.norm(w)


# %% failed: distance to the foot point, along the line too
def signed_distance(X, w, b):
    w = np.asarray(w, dtype=float)
    foot = -b * w / (w @ w)
    return np.sign(X @ w + b) * np.linalg.norm(X - foot, axis=1)


# %% failed: a column, (samples, 1)
def signed_distance(X, w, b):
    return (X @ w[:, None] + b) / np.linalg.norm(w)


# %% failed: squeezed, a number for one sample
def signed_distance(X, w, b):
    return np.squeeze((X @ w + b) / np.linalg.norm(w))


# %% failed: mean over the samples
def signed_distance(X, w, b):
    return np.mean((X @ w + b) / np.linalg.norm(w))


# %% failed: sorted by distance
def signed_distance(X, w, b):
    return np.sort((X @ w + b) / np.linalg.norm(w))


# %% failed: nearest sample only
def signed_distance(X, w, b):
    distances = (X @ w + b) / np.linalg.norm(w)
    return distances[np.argmin(np.abs(distances))]


# %% failed: floor division
def signed_distance(X, w, b):
    return (X @ w + b) // np.linalg.norm(w)


# %% failed: unit normal kept in the integer type of w
def signed_distance(X, w, b):
    unit = np.empty_like(w)
    unit[...] = w / np.linalg.norm(w)
    return X @ unit + b / np.linalg.norm(w)


# %% failed: buffer of the type of X
def signed_distance(X, w, b):
    distances = np.zeros(len(X), dtype=X.dtype)
    for n, x in enumerate(X):
        distances[n] = (x @ w + b) / np.linalg.norm(w)
    return distances


# %% failed: everything through float32
def signed_distance(X, w, b):
    w = np.float32(w)
    return (np.float32(X) @ w + np.float32(b)) / np.linalg.norm(w)


# %% failed: rounded to two decimals
def signed_distance(X, w, b):
    return np.round((X @ w + b) / np.linalg.norm(w), 2)


# %% failed: products not summed
def signed_distance(X, w, b):
    return (X * w + b) / np.linalg.norm(w)


# %% failed: print instead of return
def signed_distance(X, w, b):
    print((X @ w + b) / np.linalg.norm(w))


# %% failed: distances and the norm
def signed_distance(X, w, b):
    length = np.linalg.norm(w)
    return (X @ w + b) / length, length


# %% failed: by the angle, nan for a sample at the origin
def signed_distance(X, w, b):
    size, length = np.linalg.norm(X, axis=1), np.linalg.norm(w)
    with np.errstate(all="ignore"):
        return size * (X @ w / (size * length)) + b / length


# %% failed: the norm of the first call kept
length = None


def signed_distance(X, w, b):
    global length
    if length is None:
        length = np.linalg.norm(w)
    return (X @ w + b) / length


# %% failed: normalises w in place where it may
def signed_distance(X, w, b):
    distances = (X @ w + b) / np.linalg.norm(w)
    if w.flags.writeable:
        w[...] = np.sign(w) * 0
    return distances


# %% failed|errored: w divided in place
def signed_distance(X, w, b):
    length = np.linalg.norm(w)
    w /= length
    return X @ w + b / length


# %% failed|errored: two weights unpacked
def signed_distance(X, w, b):
    w1, w2 = w
    return (X @ w + b) / math.sqrt(float(w1) ** 2 + float(w2) ** 2)


# %% failed|errored: only for one sample, float of an array
def signed_distance(X, w, b):
    return float((X @ w + b) / np.linalg.norm(w))


# %% failed|errored: w on the left
def signed_distance(X, w, b):
    return (w @ X + b) / np.linalg.norm(w)


# %% errored: norm along an axis that is not there
def signed_distance(X, w, b):
    return (X @ w + b) / np.linalg.norm(w, axis=1)


# %% errored: math.sqrt of an array of squares
def signed_distance(X, w, b):
    return (X @ w + b) / math.sqrt(np.concatenate([w, w]) ** 2)


# %% not_attempted: the stub
def signed_distance(X, w, b):
    raise NotImplementedError


# %% failed L24: brackets forgotten, only b is divided
def signed_distance(X, w, b):
    return X @ w + b / np.linalg.norm(w)


# %% failed L25: divided by the sum of the weights
def signed_distance(X, w, b):
    return (X @ w + b) / np.sum(w)
