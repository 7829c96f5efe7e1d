package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;

/** Layers one after the other, named by their numbers from 0. */
public final class Stage extends Layer {
  private final List<Layer> blocks;

  public Stage(List<? extends Layer> blocks) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("A stage has at least one block.");
    }
    this.blocks = List.copyOf(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      add(String.valueOf(i), this.blocks.get(i));
    }
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    NDArray current = blocks.get(0).apply(parameters, input, training);
    for (Layer block : blocks.subList(1, blocks.size())) {
      try (NDArray before = current) {
        current = block.apply(parameters, before, training);
      }
    }
    return current;
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape shape = input;
    for (Layer block : blocks) {
      shape = block.outputShape(shape);
    }
    return shape;
  }
}
