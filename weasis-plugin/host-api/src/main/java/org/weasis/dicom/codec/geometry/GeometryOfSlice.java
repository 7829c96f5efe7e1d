package org.weasis.dicom.codec.geometry;

import java.awt.geom.Point2D;
import org.joml.Vector3d;
import org.radcam.weasis.hostapi.SignatureOnly;

public class GeometryOfSlice {
  public GeometryOfSlice(
      Vector3d vector3d,
      Vector3d vector3d2,
      Vector3d vector3d3,
      Vector3d vector3d4,
      double value,
      Vector3d vector3d5) {
    throw new SignatureOnly();
  }

  public GeometryOfSlice(GeometryOfSlice geometryOfSlice) {
    throw new SignatureOnly();
  }

  public final Vector3d getRow() {
    throw new SignatureOnly();
  }

  public final Vector3d getColumn() {
    throw new SignatureOnly();
  }

  public final Vector3d getNormal() {
    throw new SignatureOnly();
  }

  public final Vector3d getTLHC() {
    throw new SignatureOnly();
  }

  public boolean isRowColumnOrthogonal() {
    throw new SignatureOnly();
  }

  public final Vector3d getPosition(Point2D point) {
    throw new SignatureOnly();
  }

  public final Point2D getImagePosition(Vector3d vector3d) {
    throw new SignatureOnly();
  }

  public final Vector3d getVoxelSpacing() {
    throw new SignatureOnly();
  }

  public final double getSliceThickness() {
    throw new SignatureOnly();
  }

  public final Vector3d getDimensions() {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object value) {
    throw new SignatureOnly();
  }

  @Override
  public int hashCode() {
    throw new SignatureOnly();
  }
}
