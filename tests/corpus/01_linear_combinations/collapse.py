# %% passed: the two products
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


# %% passed: a list, np.dot
def collapse(W1, b1, W2, b2):
    return [np.dot(W1, W2), np.dot(b1, W2) + b2]


# %% passed: a named tuple, bias by the transpose
from collections import namedtuple

Affine = namedtuple("Affine", ["W", "b"])


def collapse(W1, b1, W2, b2):
    return Affine(W=(W2.T @ W1.T).T, b=W2.T @ b1 + b2)


# %% passed: weights and biases in one matrix
def collapse(W1, b1, W2, b2):
    first = np.vstack([W1, b1])
    both = first @ W2
    return both[:-1], both[-1] + b2


# %% passed: probed with unit vectors and with zero
def collapse(W1, b1, W2, b2):
    def network(X, b1, b2):
        return (X @ W1 + b1) @ W2 + b2

    inputs = W1.shape[0]
    return network(np.eye(inputs), 0.0, 0.0), network(np.zeros((1, inputs)), b1, b2)[0]


# %% passed: einsum
def collapse(W1, b1, W2, b2):
    return np.einsum("ij,jk->ik", W1, W2), np.einsum("j,jk->k", b1, W2) + b2


# %% passed: nested lists by loops
def collapse(W1, b1, W2, b2):
    hidden, units = W2.shape
    W1, b1, W2, b2 = (a.tolist() for a in (W1, b1, W2, b2))
    W = [[math.fsum(row[h] * W2[h][k] for h in range(hidden)) for k in range(units)] for row in W1]
    return W, [math.fsum(b1[h] * W2[h][k] for h in range(hidden)) + b2[k] for k in range(units)]


# %% passed: a generator of two unpacked into a tuple, float64 throughout
def collapse(W1, b1, W2, b2):
    W1, b1, W2, b2 = (np.asarray(a, dtype=np.float64) for a in (W1, b1, W2, b2))
    return tuple(np.matmul(left, W2) + right for left, right in ((W1, 0), (b1, b2)))


# %% passed: block matrices in homogeneous coordinates
def collapse(W1, b1, W2, b2):
    def block(W, b):
        last = np.zeros((W.shape[0] + 1, 1))
        last[-1] = 1
        return np.hstack([np.vstack([W, b]), last])

    both = block(W1, b1) @ block(W2, b2)
    return both[:-1, :-1], both[-1, :-1]


# %% failed|errored L10: products in the other order
def collapse(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2


# %% failed|errored: products in the other order, the bias too
def collapse(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + b2


# %% failed|errored L11: biases added
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 + b2


# %% failed: only the second bias
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b2


# %% failed: only the first bias, through W2
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2


# %% failed: the first bias left as it is
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1


# %% failed: the first bias through W2, the second subtracted
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 - b2


# %% failed: second bias weighted too
def collapse(W1, b1, W2, b2):
    return W1 @ W2, (b1 @ W2 + b2) * np.sum(W2)


# %% failed: first bias summed, then weighted
def collapse(W1, b1, W2, b2):
    return W1 @ W2, np.sum(b1) * W2.sum(axis=0) + b2


# %% failed: mean over the hidden units
def collapse(W1, b1, W2, b2):
    return W1 @ W2 / W1.shape[1], b1 @ W2 / W1.shape[1] + b2


# %% failed: weights transposed
def collapse(W1, b1, W2, b2):
    return (W1 @ W2).T, b1 @ W2 + b2


# %% failed: a ReLU on the weights between
def collapse(W1, b1, W2, b2):
    return np.maximum(W1, 0) @ W2, np.maximum(b1, 0) @ W2 + b2


# %% failed: bias of shape (1, units)
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1[None, :] @ W2 + b2


# %% failed: bias summed into a number
def collapse(W1, b1, W2, b2):
    return W1 @ W2, np.sum(b1 @ W2 + b2)


# %% failed: bias of the first output for all
def collapse(W1, b1, W2, b2):
    return W1 @ W2, np.full(len(b2), (b1 @ W2 + b2)[0])


# %% failed: bias before weights
def collapse(W1, b1, W2, b2):
    return b1 @ W2 + b2, W1 @ W2


# %% failed: weights only
def collapse(W1, b1, W2, b2):
    return W1 @ W2


# %% failed: both stacked in one matrix
def collapse(W1, b1, W2, b2):
    return np.vstack([W1 @ W2, b1 @ W2 + b2])


# %% failed: a dict
def collapse(W1, b1, W2, b2):
    return {"W": W1 @ W2, "b": b1 @ W2 + b2}


# %% failed: the function rather than its parameters
def collapse(W1, b1, W2, b2):
    return lambda X: (X @ W1 + b1) @ W2 + b2


# %% failed: all four again
def collapse(W1, b1, W2, b2):
    return W1, b1, W2, b2


# %% failed: the product between two identities, three results
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2, b2


# %% failed: squeezed, wrong for one input or one output
def collapse(W1, b1, W2, b2):
    return np.squeeze(W1 @ W2), np.squeeze(b1 @ W2 + b2)


# %% failed: buffers of the type of the first layer
def collapse(W1, b1, W2, b2):
    W = np.zeros((W1.shape[0], W2.shape[1]), dtype=W1.dtype)
    b = np.zeros(len(b2), dtype=b1.dtype)
    W[...], b[...] = W1 @ W2, b1 @ W2 + b2
    return W, b


# %% failed: buffer like the second bias
def collapse(W1, b1, W2, b2):
    b = np.zeros_like(b2)
    b[...] = b1 @ W2 + b2
    return W1 @ W2, b


# %% failed: everything through float32
def collapse(W1, b1, W2, b2):
    W1, b1, W2, b2 = (np.float32(a) for a in (W1, b1, W2, b2))
    return W1 @ W2, b1 @ W2 + b2


# %% failed: rounded to one decimal
def collapse(W1, b1, W2, b2):
    return np.round(W1 @ W2, 1), np.round(b1 @ W2 + b2, 1)


# %% failed: print instead of return
def collapse(W1, b1, W2, b2):
    print(W1 @ W2, b1 @ W2 + b2)


# %% failed: returns the names of the results
def collapse(W1, b1, W2, b2):
    W, b = W1 @ W2, b1 @ W2 + b2
    return "W", "b"


# %% failed: None for the bias
def collapse(W1, b1, W2, b2):
    W = W1 @ W2
    return W, print(b1 @ W2 + b2)


# %% failed: least squares with fewer samples than inputs
def collapse(W1, b1, W2, b2):
    X = np.eye(W1.shape[0])
    Y = (X @ W1 + b1) @ W2 + b2
    return np.linalg.pinv(X) @ Y, b1 @ W2 + b2


# %% failed: a hidden random rotation added
def collapse(W1, b1, W2, b2):
    return W1 @ W2 + 1e-4 * np.random.normal(size=(W1.shape[0], W2.shape[1])), b1 @ W2 + b2


# %% failed: collapses with the result of the call before
before = []


def collapse(W1, b1, W2, b2):
    b = b1 @ W2 + b2 + len(before)
    before.append(b)
    return W1 @ W2, b


# %% failed: writes the new bias into b2 where it may
def collapse(W1, b1, W2, b2):
    b = b1 @ W2 + b2
    if b2.flags.writeable:
        b2[...] = b
    return W1 @ W2, b


# %% failed|errored: adds to b2 in place
def collapse(W1, b1, W2, b2):
    b2 += b1 @ W2
    return W1 @ W2, b2


# %% failed|errored: entry by entry
def collapse(W1, b1, W2, b2):
    return W1 * W2, b1 * b2


# %% failed|errored: the sum of the weights
def collapse(W1, b1, W2, b2):
    return W1 + W2, b1 + b2


# %% failed|errored: bias through W1
def collapse(W1, b1, W2, b2):
    return W1 @ W2, W1 @ b1 + b2


# %% failed|errored: W2 on the left of the bias
def collapse(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2


# %% failed|errored: second layer transposed
def collapse(W1, b1, W2, b2):
    return W1 @ W2.T, b1 @ W2.T + b2


# %% failed|errored: first bias as a column
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1[:, None] @ W2 + b2


# %% errored: X is not given
def collapse(W1, b1, W2, b2):
    return (X @ W1 + b1) @ W2 + b2


# %% errored: layers as pairs
def collapse(first, second):
    return first[0] @ second[0], first[1] @ second[0] + second[1]


# %% not_attempted: the stub
def collapse(W1, b1, W2, b2):
    raise NotImplementedError
