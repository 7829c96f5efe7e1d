package org.weasis.core.api.image;

import org.weasis.core.api.util.Copyable;

public interface OpManager extends OpEventListener, Copyable<OpManager> {
  boolean setParamValue(String text, String text2, Object value);
}
