package org.radcam.weasis.hostapi;

/** Thrown by every method of the signatures: they are to compile against, never to run. */
public final class SignatureOnly extends UnsupportedOperationException {
  /** A method of a signature was called. */
  public SignatureOnly() {
    super("only a signature of Weasis: Weasis itself or the test host must come before it");
  }
}
