package org.weasis.core.api.util;

public interface Copyable<T> {
  T copy();
}
