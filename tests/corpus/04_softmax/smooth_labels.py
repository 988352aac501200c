# %% passed: rows of the identity
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes


# %% passed: filled with the share of the others, the true class set
def smooth_labels(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[np.arange(len(labels)), labels] = 1 - epsilon + epsilon / classes
    return targets


# %% passed: np.where on a comparison
def smooth_labels(labels, classes, epsilon):
    true = np.asarray(labels)[:, None] == np.arange(classes)
    return np.where(true, 1 - epsilon * (classes - 1) / classes, epsilon / classes)


# %% passed: nested lists
def smooth_labels(labels, classes, epsilon):
    rows = []
    for label in labels:
        rows.append([epsilon / classes + (1 - epsilon) * (k == label) for k in range(classes)])
    return rows


# %% passed: a boolean matrix averaged with a uniform one
def smooth_labels(labels, classes, epsilon):
    one_hot = np.equal.outer(labels, np.arange(classes))
    uniform = np.ones(one_hot.shape) / classes
    return np.average([one_hot, uniform], axis=0, weights=[1 - epsilon, epsilon])


# %% passed: one column per class
def smooth_labels(labels, classes, epsilon):
    columns = [(1 - epsilon) * (labels == k) + epsilon / classes for k in range(classes)]
    return np.column_stack(columns)


# %% passed: what is taken from the true class is given to all
def smooth_labels(labels, classes, epsilon):
    one_hot = np.zeros((np.size(labels), classes))
    np.put_along_axis(one_hot, np.asarray(labels)[:, np.newaxis], 1.0, axis=1)
    return one_hot + epsilon * (1 / classes - one_hot)


# %% passed: the matrix of smoothed classes, a row per label
def smooth_labels(labels, classes, epsilon):
    table = np.ones((classes, classes)) * (epsilon / classes)
    table += np.diag(np.full(classes, 1.0 - epsilon))
    return np.take(table, labels, axis=0)


# %% failed: the share spread over the other classes only
def smooth_labels(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return (1 - epsilon) * one_hot + (1 - one_hot) * epsilon / max(classes - 1, 1)


# %% failed: true class 1 - epsilon, the others epsilon / classes
def smooth_labels(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return np.where(one_hot == 1, 1 - epsilon, epsilon / classes)


# %% failed: true class 1 - epsilon, the others epsilon
def smooth_labels(labels, classes, epsilon):
    return np.where(np.eye(classes)[labels] == 1, 1 - epsilon, epsilon)


# %% failed: the factor 1 - epsilon forgotten
def smooth_labels(labels, classes, epsilon):
    return np.eye(classes)[labels] + epsilon / classes


# %% failed: epsilon not divided by the classes
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon


# %% failed: epsilon times the classes
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon * classes


# %% failed: epsilon divided by the samples
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / len(labels)


# %% failed: epsilon divided by the classes less one, added to all
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / max(classes - 1, 1)


# %% failed: the other classes left at zero
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon + epsilon / classes) * np.eye(classes)[labels]


# %% failed: only weighted down
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels]


# %% failed: epsilon and 1 - epsilon exchanged
def smooth_labels(labels, classes, epsilon):
    return epsilon * np.eye(classes)[labels] + (1 - epsilon) / classes


# %% failed: plain one-hot
def smooth_labels(labels, classes, epsilon):
    return np.eye(classes)[labels]


# %% failed: epsilon 0.1 always
def smooth_labels(labels, classes, epsilon):
    return 0.9 * np.eye(classes)[labels] + 0.1 / classes


# %% failed: ten classes in the share
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / 10


# %% failed: epsilon in percent
def smooth_labels(labels, classes, epsilon):
    epsilon = epsilon / 100
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes


# %% failed: epsilon added to every entry, rows normalised
def smooth_labels(labels, classes, epsilon):
    y = np.eye(classes)[labels] + epsilon
    return y / y.sum(axis=1, keepdims=True)


# %% failed: one-hot clipped to epsilon and 1 - epsilon
def smooth_labels(labels, classes, epsilon):
    return np.clip(np.eye(classes)[labels], epsilon, max(1 - epsilon, epsilon))


# %% failed: labels counted from one
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels - 1] + epsilon / classes


# %% failed: the labels themselves smoothed
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * labels + epsilon / classes


# %% failed: labels in a column, repeated for each class
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.tile(labels[:, None], classes) + epsilon / classes


# %% failed: whole columns set
def smooth_labels(labels, classes, epsilon):
    y = np.full((len(labels), classes), epsilon / classes)
    y[:, labels] = 1 - epsilon + epsilon / classes
    return y


# %% failed: transposed, a row per class
def smooth_labels(labels, classes, epsilon):
    return ((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes).T


# %% failed: as many columns as the largest label says
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(np.max(labels) + 1)[labels] + epsilon / classes


# %% failed: an integer matrix filled in
def smooth_labels(labels, classes, epsilon):
    y = np.zeros((len(labels), classes), dtype=int)
    y[np.arange(len(labels)), labels] = 1
    y[...] = (1 - epsilon) * y + epsilon / classes
    return y


# %% failed: integer division
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon // classes


# %% failed: flattened
def smooth_labels(labels, classes, epsilon):
    return ((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes).ravel()


# %% failed: squeezed, one sample loses its axis
def smooth_labels(labels, classes, epsilon):
    return np.squeeze((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes)


# %% failed: through float32
def smooth_labels(labels, classes, epsilon):
    y = (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes
    return y.astype(np.float32)


# %% failed: rounded to three decimals
def smooth_labels(labels, classes, epsilon):
    return np.round((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes, 3)


# %% failed: a mean over the samples
def smooth_labels(labels, classes, epsilon):
    return ((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes).mean(axis=0)


# %% failed: noise from the global random state
def smooth_labels(labels, classes, epsilon):
    noise = np.random.random((len(labels), classes))
    noise /= noise.sum(axis=1, keepdims=True)
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon * noise


# %% failed: print instead of return
def smooth_labels(labels, classes, epsilon):
    print((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes)


# %% failed: strings
def smooth_labels(labels, classes, epsilon):
    return ((1 - epsilon) * np.eye(classes)[labels] + epsilon / classes).astype("U20")


# %% failed: a dict from label to row
def smooth_labels(labels, classes, epsilon):
    y = (1 - epsilon) * np.eye(classes) + epsilon / classes
    return {int(label): y[label] for label in labels}


# %% failed: labels overwritten where they may be
def smooth_labels(labels, classes, epsilon):
    y = (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes
    if labels.flags.writeable:
        labels[:] = 0
    return y


# %% failed|errored: identity as large as the batch
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.eye(len(labels))[labels] + epsilon / classes


# %% failed|errored: classes and epsilon exchanged
def smooth_labels(labels, epsilon, classes):
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes


# %% failed|errored: epsilon must be over zero
def smooth_labels(labels, classes, epsilon):
    if not 0 < epsilon < 1:
        raise ValueError("epsilon must lie between 0 and 1")
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes


# %% errored: the number of classes from the labels, no parameter for it
def smooth_labels(labels, epsilon):
    classes = labels.max() + 1
    return (1 - epsilon) * np.eye(classes)[labels] + epsilon / classes


# %% errored: a function that NumPy does not have
def smooth_labels(labels, classes, epsilon):
    return (1 - epsilon) * np.one_hot(labels, classes) + epsilon / classes


# %% not_attempted: the stub
def smooth_labels(labels, classes, epsilon):
    raise NotImplementedError
