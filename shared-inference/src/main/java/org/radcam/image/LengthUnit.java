package org.radcam.image;

/** What one unit of a grid's spacing means. */
public enum LengthUnit {
  /** The image says how large its voxels are. */
  MILLIMETRE("mm"),
  /** The image does not say; spacing is 1 pixel, lengths in millimetres have no meaning. */
  PIXEL("px");

  private final String symbol;

  LengthUnit(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
