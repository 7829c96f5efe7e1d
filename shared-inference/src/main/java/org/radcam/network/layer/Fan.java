package org.radcam.network.layer;

/**
 * What the variance of a convolution's first weights is kept by: 2 / (kernel pixels x channels),
 * which keeps the variance of activations or of gradients through ReLUs (He et al. 2015, "Delving
 * deep into rectifiers", equations 10 and 14).
 */
public enum Fan {
  /** The channels that come in. */
  IN,
  /** The channels that go out. */
  OUT
}
