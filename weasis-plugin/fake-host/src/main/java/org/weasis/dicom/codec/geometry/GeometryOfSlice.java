package org.weasis.dicom.codec.geometry;

import java.awt.geom.Point2D;
import org.joml.Vector3d;

/** Where a slice lies in the patient, in the test host: LPS, millimetres. */
public class GeometryOfSlice {
  private final Vector3d row;
  private final Vector3d column;
  private final Vector3d tlhc;
  private final Vector3d voxelSpacing;
  private final double sliceThickness;
  private final Vector3d dimensions;

  public GeometryOfSlice(
      Vector3d row,
      Vector3d column,
      Vector3d tlhc,
      Vector3d voxelSpacing,
      double sliceThickness,
      Vector3d dimensions) {
    this.row = row;
    this.column = column;
    this.tlhc = tlhc;
    this.voxelSpacing = voxelSpacing;
    this.sliceThickness = sliceThickness;
    this.dimensions = dimensions;
  }

  public GeometryOfSlice(GeometryOfSlice other) {
    this(
        new Vector3d(other.row),
        new Vector3d(other.column),
        new Vector3d(other.tlhc),
        new Vector3d(other.voxelSpacing),
        other.sliceThickness,
        new Vector3d(other.dimensions));
  }

  public final Vector3d getRow() {
    return row;
  }

  public final Vector3d getColumn() {
    return column;
  }

  public final Vector3d getNormal() {
    return new Vector3d(row).cross(column).normalize();
  }

  public final Vector3d getTLHC() {
    return tlhc;
  }

  public boolean isRowColumnOrthogonal() {
    return Math.abs(row.dot(column)) <= 0.005;
  }

  public final Vector3d getPosition(Point2D point) {
    return new Vector3d(tlhc)
        .fma(voxelSpacing.x * point.getX(), row)
        .fma(voxelSpacing.y * point.getY(), column);
  }

  public final Point2D getImagePosition(Vector3d position) {
    Vector3d from = new Vector3d(position).sub(tlhc);
    return new Point2D.Double(from.dot(row) / voxelSpacing.x, from.dot(column) / voxelSpacing.y);
  }

  public final Vector3d getVoxelSpacing() {
    return voxelSpacing;
  }

  public final double getSliceThickness() {
    return sliceThickness;
  }

  public final Vector3d getDimensions() {
    return dimensions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GeometryOfSlice slice
        && row.equals(slice.row)
        && column.equals(slice.column)
        && tlhc.equals(slice.tlhc)
        && voxelSpacing.equals(slice.voxelSpacing);
  }

  @Override
  public int hashCode() {
    return tlhc.hashCode();
  }
}
