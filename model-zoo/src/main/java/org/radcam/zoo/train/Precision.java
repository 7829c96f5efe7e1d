package org.radcam.zoo.train;

/** In which numbers a network computes while it is trained; its weights are 32-bit floats. */
public enum Precision {
  /** 32-bit floats throughout. */
  FLOAT32,
  /** 16-bit floats between the layers, as {@link HalfPrecision} describes. For GPUs. */
  FLOAT16
}
