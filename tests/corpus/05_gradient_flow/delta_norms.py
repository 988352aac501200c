# %% passed: from the last layer to the first, the list turned round
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        if activation == "relu":
            slope = Z > 0
        elif activation == "tanh":
            slope = 1 - np.tanh(Z) ** 2
        else:
            a = np.exp(-np.logaddexp(0, -Z))
            slope = a * (1 - a)
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% passed: a dict of derivatives, an array filled from the back
def sigmoid_slope(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


SLOPES = {
    "sigmoid": sigmoid_slope,
    "tanh": lambda z: 4 * sigmoid_slope(2 * z),
    "relu": lambda z: np.heaviside(z, 0.0),
}


def delta_norms(Ws, Zs, delta, activation):
    L = len(Ws)
    result = np.zeros(L)
    upstream = np.asarray(delta, dtype=float)
    for layer in reversed(range(L)):
        dZ = upstream * SLOPES[activation](np.asarray(Zs[layer], dtype=float))
        result[layer] = np.sqrt(np.sum(dZ**2))
        upstream = dZ @ np.transpose(Ws[layer])
    return result


# %% passed: recursion from the first layer
def slope(z, activation):
    z = np.asarray(z, dtype=float)
    if activation == "sigmoid":
        return 0.25 * (1 - np.tanh(z / 2) ** 2)
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, 1.0, 0.0)


def all_deltas(Ws, Zs, delta, activation):
    if len(Zs) == 1:
        return [delta * slope(Zs[0], activation)]
    later = all_deltas(Ws[1:], Zs[1:], delta, activation)
    return [(later[0] @ Ws[1].T) * slope(Zs[0], activation)] + later


def delta_norms(Ws, Zs, delta, activation):
    return np.array([np.linalg.norm(d, "fro") for d in all_deltas(Ws, Zs, delta, activation)])


# %% passed: slope one at the kink of ReLU, a tuple
def delta_norms(Ws, Zs, delta, activation):
    norms = ()
    for k in range(len(Zs) - 1, -1, -1):
        Z = Zs[k]
        if activation == "relu":
            dZ = np.where(Z >= 0, delta, 0.0)
        else:
            t = np.tanh(Z if activation == "tanh" else 0.5 * Z)
            dZ = delta * (1 - t) * (1 + t) * (1 if activation == "tanh" else 0.25)
        norms = (math.sqrt(np.vdot(dZ, dZ)),) + norms
        delta = np.einsum("nj,ij->ni", dZ, Ws[k])
    return norms


# %% passed: slopes of every layer first, insertion at the front
def delta_norms(Ws, Zs, delta, activation):
    Z = np.stack([np.array(z, dtype=float) for z in Zs])
    if activation == "sigmoid":
        slopes = np.exp(-np.logaddexp(0, Z) - np.logaddexp(0, -Z))
    elif activation == "tanh":
        slopes = 1 - np.tanh(Z) ** 2
    else:
        slopes = (Z > 0).astype(float)
    norms = []
    g = delta
    for l in range(len(Ws))[::-1]:
        g = g * slopes[l]
        norms.insert(0, float(np.hypot.reduce(g, axis=None)))
        g = g @ Ws[l].T
    return norms


# %% passed: Python loops over samples and units
def delta_norms(Ws, Zs, delta, activation):
    def f_prime(z):
        if activation == "relu":
            return 1.0 if z > 0 else 0.0
        t = math.tanh(z if activation == "tanh" else z / 2)
        return (1 - t * t) * (1 if activation == "tanh" else 0.25)

    rows = np.asarray(delta).tolist()
    norms = [0.0] * len(Ws)
    for l in range(len(Ws) - 1, -1, -1):
        Z, W = Zs[l].tolist(), Ws[l].tolist()
        rows = [[d * f_prime(z) for d, z in zip(r, zr)] for r, zr in zip(rows, Z)]
        norms[l] = math.sqrt(math.fsum(d * d for r in rows for d in r))
        rows = [[sum(d * w for d, w in zip(r, units)) for units in W] for r in rows]
    return norms


# %% failed: last layer first
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms


# %% failed: pre-activations from the first layer on
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: weights from the first layer on
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws, Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: from the first layer to the last
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws, Zs):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms


# %% failed: weights before slope, one layer early
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = (delta @ W.T) * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ
    return norms[::-1]


# %% failed: norms of the gradient at the layers' outputs
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(delta))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: norms of the gradient at the layers' inputs
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        delta = dZ @ W.T
        norms.append(np.linalg.norm(delta))
    return norms[::-1]


# %% failed: delta taken for the last layer's pre-activation
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope if norms else delta
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: weights of the layer below
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip([*Ws[-2::-1], Ws[0]], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: the slope forgotten
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: the slope of the last layer for all
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * (first := slope if not norms else first)
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: the slope forgotten below the last layer
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta if norms else delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: the slope twice
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: activation in place of its slope
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a, "tanh": t, "relu": np.maximum(Z, 0)}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: slopes in terms of the activation taken at z
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": Z * (1 - Z), "tanh": 1 - Z**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: slopes taken at the activation
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        Z = {"sigmoid": 0.5 * (1 + np.tanh(Z / 2)), "tanh": np.tanh(Z), "relu": Z}[activation]
        a, t = 0.5 * (1 + np.tanh(Z / 2)), np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: sigmoid whatever is asked for
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}["sigmoid"]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: tanh whatever is asked for
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}["tanh"]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: ReLU whatever is asked for
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}["relu"]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|errored: only the sigmoid known
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a)}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|errored: ReLU in capital letters
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "ReLU": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: sigmoid slope for tanh too
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": a * (1 - a), "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: 1 - tanh for the slope of tanh
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: sign of a for the sigmoid, a(1 + a)
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 + a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: the sigmoid's slope four times too large
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": 4 * a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: mask from the activation with >=, true everywhere
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": np.maximum(Z, 0) >= 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: a leaky slope for ReLU
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": np.where(Z > 0, 1, 0.01)}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: mask of ReLU turned round
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z < 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: weights not transposed
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W
    return norms[::-1]


# %% failed: weights on the other side of units
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = (W.T @ dZ.T).T
    return norms[::-1]


# %% failed: absolute weights
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ np.abs(W.T)
    return norms[::-1]


# %% failed|errored: weights entry by entry
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ * W
    return norms[::-1]


# %% failed: the weights forgotten
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ
    return norms[::-1]


# %% failed: gradient normalised on the way
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ / (np.linalg.norm(dZ) + 1e-300) @ W.T
    return norms[::-1]


# %% failed: squares of the norms
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.sum(dZ**2))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: mean squares
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.sqrt(np.mean(dZ**2)))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: spectral norms
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ, 2))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: sums of absolute values
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.abs(dZ).sum())
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: largest entries
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.abs(dZ).max())
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: mean of the samples' norms
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ, axis=1).mean())
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: norm per sample
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ, axis=1))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: norm of the mean over the samples
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ.mean(axis=0)))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: divided by the number of samples
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ) / len(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: norms of the slopes alone
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(np.asarray(slope, dtype=float)))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: norms of the weight gradients
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(Z.T @ dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: ratios to the last layer
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return [n / (norms[0] + 1e-300) for n in norms[::-1]]


# %% failed: logarithms base ten
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return np.log10(np.array(norms[::-1]) + 1e-300)


# %% failed: first layer left out
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[-2::-1]


# %% failed: last layer left out
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[:0:-1]


# %% failed: one norm too many, that of delta in front
def delta_norms(Ws, Zs, delta, activation):
    norms = [np.linalg.norm(delta)]
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: a column
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return np.array(norms[::-1]).reshape(-1, 1)


# %% failed: the norm of the first layer only
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[-1]


# %% failed: the gradients themselves
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(dZ)
        delta = dZ @ W.T
    return norms[::-1]


# %% failed: list reversed in place, which returns None
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms.reverse()


# %% failed: return inside the loop
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
        return norms


# %% failed: norms in float32
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return np.array(norms[::-1], dtype=np.float32)


# %% failed: whole numbers
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return np.array(norms[::-1]).astype(int)


# %% failed: rounded to six decimals
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return np.round(norms[::-1], 6)


# %% failed: text
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return [str(n) for n in norms[::-1]]


# %% failed: a dict from layer to norm
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return dict(enumerate(norms[::-1]))


# %% failed: takes the layers out of the caller's lists
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    while Ws:
        W, Z = Ws.pop(), Zs.pop()
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|errored: turns the caller's lists round
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    Ws.reverse()
    Zs.reverse()
    for W, Z in zip(Ws, Zs):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|errored: multiplies delta in place
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        delta *= slope
        dZ = delta
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|unstable: gradients under 1e-6 set to zero
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = np.where(np.abs(delta * slope) < 1e-6, 0, delta * slope)
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|unstable: gradients clipped to one
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = np.clip(delta * slope, -1, 1)
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% unstable: naive sigmoid inside
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 1 / (1 + np.exp(-Z))
        t = np.tanh(Z)
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% unstable: tanh by exponentials
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        a = 0.5 * (1 + np.tanh(Z / 2))
        t = (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - t**2, "relu": Z > 0}[activation]
        dZ = delta * slope
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% failed|errored: activation as a function
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for W, Z in zip(Ws[::-1], Zs[::-1]):
        dZ = delta * (activation(Z + 1e-6) - activation(Z - 1e-6)) / 2e-6
        norms.append(np.linalg.norm(dZ))
        delta = dZ @ W.T
    return norms[::-1]


# %% errored: activation forgotten in the signature
def delta_norms(Ws, Zs, delta):
    return [np.linalg.norm(delta * (Z > 0)) for Z in Zs]


# %% errored: layers counted from one
def delta_norms(Ws, Zs, delta, activation):
    norms = []
    for l in range(len(Ws), 0, -1):
        delta = (delta @ Ws[l].T) * (Zs[l] > 0)
        norms.append(np.linalg.norm(delta))
    return norms[::-1]


# %% not_attempted: the stub
def delta_norms(Ws, Zs, delta, activation):
    """Frobenius norms of the gradient at each pre-activation, first layer first."""
    raise NotImplementedError
