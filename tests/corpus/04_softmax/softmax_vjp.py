# %% passed: upstream minus its mean under the probabilities
def softmax_vjp(probabilities, upstream):
    mean = np.sum(probabilities * upstream, axis=-1, keepdims=True)
    return probabilities * (upstream - mean)


# %% passed: row products by einsum
def softmax_vjp(probabilities, upstream):
    inner = np.einsum("nc,nc->n", probabilities, upstream)
    return probabilities * (upstream - inner[:, None])


# %% passed: one sample at a time
def softmax_vjp(probabilities, upstream):
    result = np.zeros(np.shape(probabilities))
    for i, (p, g) in enumerate(zip(probabilities, upstream)):
        result[i] = p * (g - np.dot(p, g))
    return result


# %% passed: products first, then what each probability gives back
def softmax_vjp(probabilities, upstream):
    weighted = np.multiply(probabilities, upstream, dtype=float)
    return weighted - probabilities * weighted.sum(axis=1).reshape(-1, 1)


# %% passed: lists and math.fsum
def softmax_vjp(probabilities, upstream):
    rows = []
    for p, g in zip(probabilities.tolist(), upstream.tolist()):
        mean = math.fsum(a * b for a, b in zip(p, g))
        rows.append([a * (b - mean) for a, b in zip(p, g)])
    return rows


# %% passed: classes in the rows
def softmax_vjp(probabilities, upstream):
    p, g = np.transpose(probabilities), np.transpose(upstream)
    return (p * (g - (p * g).sum(axis=0))).T


# %% passed: diagonal of the product of all samples with all samples
def softmax_vjp(probabilities, upstream):
    inner = np.diag(np.asarray(probabilities) @ np.asarray(upstream).T)
    return np.asarray(probabilities) * (np.asarray(upstream) - inner[:, np.newaxis])


# %% passed: stacked row by column products
def softmax_vjp(probabilities, upstream):
    inner = probabilities[:, None, :] @ upstream[:, :, None]
    return probabilities * upstream - inner[:, :, 0] * probabilities


# %% passed: a correction to a copy, in place
def softmax_vjp(probabilities, upstream):
    result = np.array(upstream, dtype=np.float64)
    result -= np.sum(probabilities * upstream, axis=1)[:, None]
    result *= probabilities
    return result


# %% failed X23: only the diagonal, p(1 - p)
def softmax_vjp(probabilities, upstream):
    return upstream * probabilities * (1 - probabilities)


# %% failed: the probabilities times the upstream gradient
def softmax_vjp(probabilities, upstream):
    return probabilities * upstream


# %% failed: the sum of the upstream gradient subtracted
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream - upstream.sum(axis=1, keepdims=True))


# %% failed: the plain mean of the upstream gradient subtracted
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream - upstream.mean(axis=1, keepdims=True))


# %% failed: sum over the samples
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream - np.sum(probabilities * upstream, axis=0, keepdims=True))


# %% failed: sum over samples and classes
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream - np.sum(probabilities * upstream))


# %% failed|errored: the sum without keepdims
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream - np.sum(probabilities * upstream, axis=1))


# %% failed: the sign turned
def softmax_vjp(probabilities, upstream):
    return probabilities * (np.sum(probabilities * upstream, axis=1, keepdims=True) - upstream)


# %% failed: the mean added
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream + np.sum(probabilities * upstream, axis=1, keepdims=True))


# %% failed: the factor p in front forgotten
def softmax_vjp(probabilities, upstream):
    return upstream - np.sum(probabilities * upstream, axis=1, keepdims=True)


# %% failed: upstream in front in place of p
def softmax_vjp(probabilities, upstream):
    return upstream * (probabilities - np.sum(probabilities * upstream, axis=1, keepdims=True))


# %% failed: the gradient of the log softmax
def softmax_vjp(probabilities, upstream):
    return upstream - probabilities * upstream.sum(axis=1, keepdims=True)


# %% failed: p(1 - p) on the diagonal and plus off it
def softmax_vjp(probabilities, upstream):
    p = probabilities
    off = p * (np.sum(p * upstream, axis=1, keepdims=True) - p * upstream)
    return p * (1 - p) * upstream + off


# %% failed: off-diagonal alone
def softmax_vjp(probabilities, upstream):
    p = probabilities
    return p * (p * upstream - np.sum(p * upstream, axis=1, keepdims=True))


# %% failed: softmax applied to the probabilities first
def softmax_vjp(probabilities, upstream):
    e = np.exp(probabilities - probabilities.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return p * (upstream - np.sum(p * upstream, axis=1, keepdims=True))


# %% failed: arguments the other way round
def softmax_vjp(upstream, probabilities):
    return probabilities * (upstream - np.sum(probabilities * upstream, axis=1, keepdims=True))


# %% failed: divided by the number of samples
def softmax_vjp(probabilities, upstream):
    g = probabilities * (upstream - np.sum(probabilities * upstream, axis=1, keepdims=True))
    return g / len(g)


# %% failed: summed over the samples
def softmax_vjp(probabilities, upstream):
    g = probabilities * (upstream - np.sum(probabilities * upstream, axis=1, keepdims=True))
    return g.sum(axis=0)


# %% failed: the Jacobian of the first sample for all
def softmax_vjp(probabilities, upstream):
    p = probabilities[0]
    return p * (upstream - (upstream @ p)[:, None])


# %% failed: only the first sample
def softmax_vjp(probabilities, upstream):
    p, g = probabilities[0], upstream[0]
    return p * (g - p @ g)


# %% failed: return inside the loop
def softmax_vjp(probabilities, upstream):
    result = np.zeros(probabilities.shape)
    for i in range(len(probabilities)):
        p, g = probabilities[i], upstream[i]
        result[i] = p * (g - p @ g)
        return result


# %% failed: squeezed, a batch of one loses its axis
def softmax_vjp(probabilities, upstream):
    mean = np.sum(probabilities * upstream, axis=1, keepdims=True)
    return np.squeeze(probabilities * (upstream - mean))


# %% failed: transposed
def softmax_vjp(probabilities, upstream):
    mean = np.sum(probabilities * upstream, axis=1, keepdims=True)
    return (probabilities * (upstream - mean)).T


# %% failed: buffer of the upstream gradient's type
def softmax_vjp(probabilities, upstream):
    result = np.zeros_like(upstream)
    result[...] = probabilities * (
        upstream - np.sum(probabilities * upstream, axis=1, keepdims=True)
    )
    return result


# %% failed: everything through float32
def softmax_vjp(probabilities, upstream):
    p, g = probabilities.astype(np.float32), upstream.astype(np.float32)
    return p * (g - np.sum(p * g, axis=1, keepdims=True))


# %% failed: writes into the upstream gradient where it may
def softmax_vjp(probabilities, upstream):
    g = probabilities * (upstream - np.sum(probabilities * upstream, axis=1, keepdims=True))
    if upstream.flags.writeable:
        upstream[...] = g
    return g


# %% failed|errored: subtracts from the upstream gradient in place
def softmax_vjp(probabilities, upstream):
    upstream -= np.sum(probabilities * upstream, axis=1, keepdims=True)
    return probabilities * upstream


# %% failed: print instead of return
def softmax_vjp(probabilities, upstream):
    print(probabilities * (upstream - np.sum(probabilities * upstream, axis=1, keepdims=True)))


# %% failed: the gradient and the row products
def softmax_vjp(probabilities, upstream):
    mean = np.sum(probabilities * upstream, axis=1, keepdims=True)
    return probabilities * (upstream - mean), mean


# %% failed|unstable: divided by p once and multiplied once, nan where p is zero
def softmax_vjp(probabilities, upstream):
    mean = np.sum(probabilities * upstream, axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        ratio = probabilities * probabilities / probabilities
    return ratio * (upstream - mean)


# %% timed_out: two Python loops over the classes, for ever with 10,000 of them
def softmax_vjp(probabilities, upstream):
    p, g = probabilities.tolist(), upstream.tolist()
    result = [[0.0] * len(p[0]) for _ in p]
    for s in range(len(p)):
        for i in range(len(p[0])):
            for j in range(len(p[0])):
                result[s][j] += g[s][i] * p[s][i] * ((i == j) - p[s][j])
    return result


# %% failed|errored: one sample expected, the product of rows without an axis
def softmax_vjp(probabilities, upstream):
    return probabilities * (upstream - np.dot(probabilities, upstream))


# %% errored: the upstream gradient forgotten
def softmax_vjp(probabilities):
    return probabilities * (1 - probabilities)


# %% errored: a name from the formula
def softmax_vjp(probabilities, upstream):
    return upstream @ Jacobian(probabilities)


# %% not_attempted: the stub
def softmax_vjp(probabilities, upstream):
    raise NotImplementedError("write it here")


# %% failed X84: the arguments exchanged
def softmax_vjp(upstream, probabilities):
    return probabilities * (upstream - (probabilities * upstream).sum(axis=1, keepdims=True))


# %% failed X22: softmax of the probabilities first
def softmax_vjp(probabilities, upstream):
    e = np.exp(probabilities)
    p = e / e.sum(axis=1, keepdims=True)
    return p * (upstream - (p * upstream).sum(axis=1, keepdims=True))
