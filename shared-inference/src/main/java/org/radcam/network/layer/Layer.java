package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One array in, one array out. Knows its parameters by PyTorch's dotted names ({@code
 * layer1.0.conv1.weight}), which DJL's numbered ones are not.
 *
 * <p>Parameters have their shapes from construction, and get their values by {@link #draw} or by
 * loading weights; DJL's {@code initialize} only attaches the wish for gradients to them.
 *
 * <p>Memory: {@link #apply} frees whatever it makes on the way at once, not when the manager
 * closes, so that a deep network needs the memory of its widest place only. (Where gradients are
 * recorded, the engine itself keeps what it needs.)
 */
public abstract class Layer extends AbstractBlock {
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /**
   * Computes the layer.
   *
   * @param input left open, and never returned
   * @param training whether batch statistics are used and updated, and dropout drops
   * @return a new array in the input's manager
   */
  public abstract NDArray apply(ParameterStore parameters, NDArray input, boolean training);

  /** The shape that {@link #apply} makes of an input shape. */
  public abstract Shape outputShape(Shape input);

  /**
   * Draws fresh values for training from scratch; layers without parameters of their own pass on.
   */
  public void draw(NDManager manager, RandomGenerator random) {
    layers.values().forEach(layer -> layer.draw(manager, random));
  }

  /** Folds batch normalisations into the convolutions before them, throughout; no way back. */
  protected void fold() {
    layers.values().forEach(Layer::fold);
  }

  /** All parameters in their order of construction, by their dotted names. */
  public final Map<String, Parameter> namedParameters() {
    Map<String, Parameter> named = new LinkedHashMap<>(parameters);
    layers.forEach(
        (name, layer) ->
            layer
                .namedParameters()
                .forEach((inner, parameter) -> named.put(name + "." + inner, parameter)));
    return named;
  }

  protected final <L extends Layer> L add(String name, L layer) {
    layers.put(name, layer);
    return addChildBlock(name, layer);
  }

  protected final Parameter add(
      String name, Parameter.Type type, boolean trainable, long... shape) {
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(type)
            .optRequiresGrad(trainable)
            .optShape(new Shape(shape))
            .optInitializer(ParameterValues.NONE)
            .build());
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> arguments) {
    return new NDList(apply(store, inputs.singletonOrThrow(), training));
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {outputShape(inputs[0])};
  }

  /** Hands the network's input shape to every layer: ours do not need their own to be complete. */
  @Override
  protected final void initializeChildBlocks(
      NDManager manager, DataType dataType, Shape... inputs) {
    layers.values().forEach(layer -> layer.initialize(manager, dataType, inputs));
  }
}
