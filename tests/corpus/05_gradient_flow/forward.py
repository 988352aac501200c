# %% passed: one line
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1) @ W2 + b2


# %% passed: layer by layer, np.where and np.dot
def forward(X, W1, b1, W2, b2):
    Z = np.dot(X, W1) + b1
    H = np.where(Z > 0, Z, 0)
    return np.add(np.dot(H, W2), b2)


# %% passed: einsum and a mask
def forward(X, W1, b1, W2, b2):
    Z = np.einsum("ni,ih->nh", X, W1) + b1
    return np.einsum("nh,hc->nc", Z * (Z >= 0), W2) + b2


# %% passed: Python loops, nested lists
def forward(X, W1, b1, W2, b2):
    def layer(rows, W, b):
        return [
            [sum(x * w for x, w in zip(row, column)) + c for column, c in zip(zip(*W), b)]
            for row in rows
        ]

    hidden = layer(X.tolist(), W1.tolist(), b1.tolist())
    hidden = [[max(0.0, z) for z in row] for row in hidden]
    return layer(hidden, W2.tolist(), b2.tolist())


# %% passed: samples in the columns
def forward(X, W1, b1, W2, b2):
    H = (np.transpose(W1) @ np.transpose(X) + b1.reshape(-1, 1)).clip(0)
    return (W2.T @ H + b2[:, None]).T


# %% passed: one sample at a time
def forward(X, W1, b1, W2, b2):
    logits = np.empty((len(X), len(b2)))
    for i, x in enumerate(np.asarray(X, dtype=float)):
        hidden = x @ W1 + b1
        hidden[hidden < 0] = 0
        logits[i] = hidden @ W2 + b2
    return logits


# %% passed: half of z plus its absolute value
def forward(X, W1, b1, W2, b2):
    Z = np.asarray(X, dtype=float) @ np.asarray(W1, dtype=float) + b1
    return (0.5 * (Z + np.abs(Z))) @ W2 + b2


# %% passed: the biases as one more row of the weights
def forward(X, W1, b1, W2, b2):
    one = np.ones((len(X), 1))
    H = np.fmax(np.hstack([X, one]) @ np.vstack([W1, b1]), 0)
    return np.hstack([H, one]) @ np.vstack([W2, b2])


# %% failed: no activation between
def forward(X, W1, b1, W2, b2):
    return (X @ W1 + b1) @ W2 + b2


# %% failed: ReLU on the logits too
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, np.maximum(0, X @ W1 + b1) @ W2 + b2)


# %% failed: ReLU on the logits only
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, (X @ W1 + b1) @ W2 + b2)


# %% failed: ReLU before the first bias
def forward(X, W1, b1, W2, b2):
    return (np.maximum(0, X @ W1) + b1) @ W2 + b2


# %% failed: ReLU on the inputs
def forward(X, W1, b1, W2, b2):
    return (np.maximum(0, X) @ W1 + b1) @ W2 + b2


# %% failed: sigmoid in the hidden layer
def forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    return np.exp(-np.logaddexp(0, -Z)) @ W2 + b2


# %% failed: tanh in the hidden layer
def forward(X, W1, b1, W2, b2):
    return np.tanh(X @ W1 + b1) @ W2 + b2


# %% failed: leaky ReLU in the hidden layer
def forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    return np.where(Z > 0, Z, 0.01 * Z) @ W2 + b2


# %% failed: the derivative of ReLU in place of ReLU
def forward(X, W1, b1, W2, b2):
    return (X @ W1 + b1 > 0) @ W2 + b2


# %% failed: the negative part kept
def forward(X, W1, b1, W2, b2):
    return np.minimum(0, X @ W1 + b1) @ W2 + b2


# %% failed: absolute values
def forward(X, W1, b1, W2, b2):
    return np.abs(X @ W1 + b1) @ W2 + b2


# %% failed: first bias forgotten
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1) @ W2 + b2


# %% failed: second bias forgotten
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1) @ W2


# %% failed: second bias subtracted
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1) @ W2 - b2


# %% failed: the sum of the second biases
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1) @ W2 + b2.sum()


# %% failed: softmax of the logits
def forward(X, W1, b1, W2, b2):
    z = np.maximum(0, X @ W1 + b1) @ W2 + b2
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# %% failed: log softmax of the logits
def forward(X, W1, b1, W2, b2):
    z = np.maximum(0, X @ W1 + b1) @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


# %% failed: the predicted class
def forward(X, W1, b1, W2, b2):
    return np.argmax(np.maximum(0, X @ W1 + b1) @ W2 + b2, axis=1)


# %% failed: logits transposed
def forward(X, W1, b1, W2, b2):
    return (np.maximum(0, X @ W1 + b1) @ W2 + b2).T


# %% failed: squeezed
def forward(X, W1, b1, W2, b2):
    return np.squeeze(np.maximum(0, X @ W1 + b1) @ W2 + b2)


# %% failed: logits and the hidden layer
def forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    return np.maximum(0, Z) @ W2 + b2, Z


# %% failed: one activation for the whole layer, np.max
def forward(X, W1, b1, W2, b2):
    return np.max(X @ W1 + b1, initial=0) * W2.sum(axis=0) + b2 + np.zeros((len(X), 1))


# %% failed: half of the units dropped at random
def forward(X, W1, b1, W2, b2):
    H = np.maximum(0, X @ W1 + b1)
    return (2 * H * (np.random.random(H.shape) < 0.5)) @ W2 + b2


# %% failed: samples standardised first
def forward(X, W1, b1, W2, b2):
    X = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-9)
    return np.maximum(0, X @ W1 + b1) @ W2 + b2


# %% failed: hidden layer in a buffer of the inputs' type
def forward(X, W1, b1, W2, b2):
    H = np.zeros((len(X), len(b1)), dtype=X.dtype)
    H[...] = np.maximum(0, X @ W1 + b1)
    return H @ W2 + b2


# %% failed: hidden layer cut to integers
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1).astype(int) @ W2 + b2


# %% failed: everything through float32
def forward(X, W1, b1, W2, b2):
    X, W1, b1, W2, b2 = (np.asarray(a, dtype=np.float32) for a in (X, W1, b1, W2, b2))
    return np.maximum(0, X @ W1 + b1) @ W2 + b2


# %% failed: no return
def forward(X, W1, b1, W2, b2):
    logits = np.maximum(0, X @ W1 + b1) @ W2 + b2


# %% failed: sets the negative inputs to zero where it may
def forward(X, W1, b1, W2, b2):
    logits = np.maximum(0, X @ W1 + b1) @ W2 + b2
    if X.flags.writeable:
        X[X < 0] = 0
    return logits


# %% failed|errored: weights in place of layers, W2 first
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W2 + b2) @ W1 + b1


# %% failed|errored: weights stored one row per unit
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1.T + b1) @ W2.T + b2


# %% failed|errored: entry by entry
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X * W1 + b1) * W2 + b2


# %% failed|errored: bias as a column
def forward(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1 + b1[:, None]) @ W2 + b2


# %% failed|errored: weights before biases in the signature
def forward(X, W1, W2, b1, b2):
    return np.maximum(0, X @ W1 + b1) @ W2 + b2


# %% errored: a single argument of parameters
def forward(X, parameters):
    W1, b1, W2, b2 = parameters
    return np.maximum(0, X @ W1 + b1) @ W2 + b2


# %% errored: np.max of two arrays, the second taken for an axis
def forward(X, W1, b1, W2, b2):
    return np.max(0, X @ W1 + b1) @ W2 + b2


# %% errored: relu not defined
def forward(X, W1, b1, W2, b2):
    return re_lu(X @ W1 + b1) @ W2 + b2


# %% not_attempted: the stub
def forward(X, W1, b1, W2, b2):
    raise NotImplementedError
