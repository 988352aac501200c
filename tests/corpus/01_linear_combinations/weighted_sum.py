# %% passed: np.dot and the bias
def weighted_sum(x, w, b):
    return np.dot(w, x) + b


# %% passed: the @ operator, x transposed for nothing
def weighted_sum(x, w, b):
    return x.T @ w + b


# %% passed: products summed by NumPy
def weighted_sum(x, w, b):
    return np.sum(np.multiply(x, w)) + b


# %% passed: zip, fsum and a Python float
def weighted_sum(x, w, b):
    return math.fsum(float(p) * float(q) for p, q in zip(x, w)) + float(b)


# %% passed: a loop over indices with a print
def weighted_sum(x, w, b):
    total = 0.0
    for i in range(len(x)):
        total += float(w[i]) * float(x[i])
        print(i, total)
    return total + b


# %% passed: Python's sum that starts at the bias
weighted_sum = lambda x, w, b: sum((x * w).tolist(), b)


# %% passed: the bias as the weight of a constant one
def weighted_sum(x, w, b):
    return np.append(x, 1.0) @ np.append(w, b)


# %% passed: einsum into a 0-d array
def weighted_sum(x, w, b):
    return np.asarray(np.einsum("i,i", np.asarray(x, float), np.asarray(w, float)) + b)


# %% passed: a row times a column, then item
def weighted_sum(x, w, b):
    return (x.reshape(1, -1) @ w.reshape(-1, 1)).item() + b


# %% passed: functools.reduce over star arguments
import functools


def weighted_sum(*arguments):
    x, w, b = arguments
    return functools.reduce(lambda total, pair: total + float(pair[0]) * float(pair[1]), zip(x, w), b)


# %% unstable: divides by the reciprocal of the weights, a divide warning where a weight is 0
def weighted_sum(x, w, b):
    return np.sum(x / (1.0 / w)) + b


# %% failed: bias forgotten
def weighted_sum(x, w, b):
    return np.dot(w, x)


# %% failed: bias subtracted
def weighted_sum(x, w, b):
    return w @ x - b


# %% failed: bias as a factor
def weighted_sum(x, w, b):
    return np.dot(w, x) * b


# %% failed: products not summed
def weighted_sum(x, w, b):
    return w * x + b


# %% failed: bias added once per feature
def weighted_sum(x, w, b):
    return np.sum(w * x + b)


# %% failed: bias added to the inputs
def weighted_sum(x, w, b):
    return w @ (x + b)


# %% failed: mean of the products
def weighted_sum(x, w, b):
    return np.mean(w * x) + b


# %% failed: weighted mean, divided by the sum of the weights
def weighted_sum(x, w, b):
    with np.errstate(all="ignore"):
        return np.sum(w * x) / np.sum(w) + b


# %% failed: product of the sums
def weighted_sum(x, w, b):
    return np.sum(w) * np.sum(x) + b


# %% failed: sum of the sums
def weighted_sum(x, w, b):
    return np.sum(w + x) + b


# %% failed: absolute values of the products
def weighted_sum(x, w, b):
    return np.sum(np.abs(w * x)) + b


# %% failed: the ReLU of the sum
def weighted_sum(x, w, b):
    return max(0.0, float(w @ x + b))


# %% failed: the sigmoid of the sum
def weighted_sum(x, w, b):
    return np.exp(-np.logaddexp(0.0, -(w @ x + b)))


# %% failed: divided by the norm of w
def weighted_sum(x, w, b):
    return (w @ x + b) / (np.linalg.norm(w) + 1e-30)


# %% failed: shape (1,), keepdims
def weighted_sum(x, w, b):
    return np.sum(w * x, keepdims=True) + b


# %% failed: outer product
def weighted_sum(x, w, b):
    return np.outer(w, x) + b


# %% failed: int of the sum
def weighted_sum(x, w, b):
    return int(w @ x + b)


# %% failed: whole-number products, by the type of an integer buffer
def weighted_sum(x, w, b):
    products = np.zeros(len(x), dtype=int)
    products[:] = np.multiply(w, x)
    return products.sum() + b


# %% failed: buffer of the type of x
def weighted_sum(x, w, b):
    products = np.zeros_like(x)
    for i in range(len(x)):
        products[i] = x[i] * w[i]
    return products.sum() + b


# %% failed: everything through float32
def weighted_sum(x, w, b):
    return np.float32(x) @ np.float32(w) + np.float32(b)


# %% failed: rounded to two decimals
def weighted_sum(x, w, b):
    return round(float(w @ x + b), 2)


# %% failed: the last feature left out
def weighted_sum(x, w, b):
    total = b
    for i in range(len(x) - 1):
        total = total + w[i] * x[i]
    return total


# %% failed: the first feature left out
def weighted_sum(x, w, b):
    return sum(p * q for p, q in zip(x[1:], w[1:])) + b


# %% failed: one vector reversed, as in a convolution
def weighted_sum(x, w, b):
    return np.dot(w[::-1], x) + b


# %% failed: return inside the loop
def weighted_sum(x, w, b):
    total = b
    for p, q in zip(x, w):
        total = total + p * q
        return total


# %% failed: assignment for addition, the last product only
def weighted_sum(x, w, b):
    for p, q in zip(x, w):
        total = p * q
    return total + b


# %% failed: print instead of return
def weighted_sum(x, w, b):
    print(w @ x + b)


# %% failed: running sums
def weighted_sum(x, w, b):
    return np.cumsum(w * x) + b


# %% failed: a string
def weighted_sum(x, w, b):
    return str(w @ x + b)


# %% failed: an imaginary bias
def weighted_sum(x, w, b):
    return complex(w @ x, b)


# %% failed: the sum and the bias side by side
def weighted_sum(x, w, b):
    return w @ x, b


# %% failed: True where the sum is positive
def weighted_sum(x, w, b):
    return bool(w @ x + b > 0)


# %% failed: the bias grows from call to call
previous = 0.0


def weighted_sum(x, w, b):
    global previous
    previous += 1.0
    return w @ x + b + previous


# %% failed: noise from the global random state
def weighted_sum(x, w, b):
    return w @ x + b + 1e-3 * np.random.standard_normal()


# %% failed: overwrites x where it may
def weighted_sum(x, w, b):
    result = w @ x + b
    if x.flags.writeable:
        x[:] = w * x
    return result


# %% failed|errored: products in place
def weighted_sum(x, w, b):
    x *= w
    return x.sum() + b


# %% failed|errored: two features taken for granted
def weighted_sum(x, w, b):
    x1, x2 = x
    w1, w2 = w
    return w1 * x1 + w2 * x2 + b


# %% failed: the first two features only
def weighted_sum(x, w, b):
    return w[0] * x[0] + w[-1] * x[-1] + b


# %% failed|errored: np.cross for np.dot
def weighted_sum(x, w, b):
    return np.cross(w, x) + b


# %% errored: the bias indexed
def weighted_sum(x, w, b):
    return w @ x + b[0]


# %% errored: two parameters
def weighted_sum(x, w):
    return w @ x


# %% errored: a misspelled name
def weighted_sum(x, w, b):
    return np.dot(weights, x) + b


# %% not_attempted: the stub
def weighted_sum(x, w, b):
    raise NotImplementedError


# %% failed L51: returns inside the loop
def weighted_sum(x, w, b):
    s = b
    for i in range(len(x)):
        s += x[i] * w[i]
        return s


# %% failed L51: the loop ends one too early
def weighted_sum(x, w, b):
    s = 0.0
    for i in range(len(x) - 1):
        s += x[i] * w[i]
    return s + b


# %% failed L51: the loop begins at one
def weighted_sum(x, w, b):
    s = 0.0
    for i in range(1, len(x)):
        s += x[i] * w[i]
    return s + b


# %% failed L52: a relu behind it
def weighted_sum(x, w, b):
    return max(0, np.dot(x, w) + b)


# %% failed L52: a sigmoid behind it
def weighted_sum(x, w, b):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-(x @ w + b)))
