package org.weasis.core.ui.model.utils.exceptions;

public class InvalidShapeException extends Exception {
  InvalidShapeException() {}
}
