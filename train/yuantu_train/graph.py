"""Builds an ONNX graph by hand: weights stored at 8 bits with a scale a row, calculated in float32."""

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

OPSET = 20
# Vectors and small tables gain nothing by being cut to 8 bits.
SMALLEST = 4096


def quantise(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows as whole numbers from -127 to 127 and what each is multiplied by."""
    rows = weights.reshape(weights.shape[0], -1)
    scale = np.maximum(np.abs(rows).max(1), 1e-12) / 127
    whole = np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8)
    return whole.reshape(weights.shape), scale.astype(np.float32)


class Graph:
    """Nodes in the order of their making; every method gives the name of what it computes."""

    def __init__(self, name: str):
        self.name = name
        self.nodes, self.initialisers, self.inputs, self.outputs = [], [], [], []

    def input(self, name: str, kind: int, *shape: int | str) -> str:
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name: str, value: str, *shape: int | str) -> None:
        self.nodes.append(helper.make_node("Identity", [value], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def op(self, kind: str, *inputs: str, outputs: int = 1, **attributes):
        names = [f"v{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value: np.ndarray) -> str:
        name = f"c{len(self.initialisers)}"
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, np.int64))

    def number(self, value: float) -> str:
        return self.constant(np.array(value, np.float32))

    def weights(self, tensor: torch.Tensor, exact: bool = False) -> str:
        """A tensor; a large one is stored at 8 bits, unless it is to stay exact."""
        value = tensor.detach().float().numpy()
        if exact or value.ndim < 2 or value.size < SMALLEST:
            return self.constant(value)
        whole, scale = quantise(value)
        shape = (-1,) + (1,) * (value.ndim - 1)
        return self.op("Mul", self.op("Cast", self.constant(whole), to=TensorProto.FLOAT), self.constant(scale.reshape(shape)))

    def rows(self, embedding: nn.Embedding, numbers: str) -> str:
        """Rows of a table that stays at 8 bits in memory."""
        whole, scale = quantise(embedding.weight.detach().float().numpy())
        found = self.op("Cast", self.op("Gather", self.constant(whole), numbers), to=TensorProto.FLOAT)
        return self.op("Mul", found, self.op("Gather", self.constant(scale[:, None]), numbers))

    def linear(self, x: str, layer: nn.Linear, exact: bool = False) -> str:
        turned = self.op("Transpose", self.weights(layer.weight, exact), perm=[1, 0])
        return self.op("Add", self.op("MatMul", x, turned), self.constant(layer.bias.detach().numpy()))

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        scale, bias = (self.constant(p.detach().numpy()) for p in (layer.weight, layer.bias))
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=layer.eps)

    def convolution(self, x: str, layer: nn.Conv1d) -> str:
        """Over [character, width]."""
        turned = self.op("Unsqueeze", self.op("Transpose", x, perm=[1, 0]), self.ints(0))
        y = self.op("Conv", turned, self.weights(layer.weight), self.constant(layer.bias.detach().numpy()), pads=[layer.padding[0]] * 2)
        return self.op("Transpose", self.op("Squeeze", y, self.ints(0)), perm=[1, 0])

    def reshape(self, x: str, *shape: int) -> str:
        return self.op("Reshape", x, self.ints(*shape))

    def model(self) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, self.name, self.inputs, self.outputs, self.initialisers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="yuantu")
        model.ir_version = 9
        onnx.checker.check_model(model)
        return model
