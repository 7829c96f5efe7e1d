package org.radcam.radiomics;

/**
 * Shape and size of the morphological mask, and how intensities lie in it, in 3D (IBSI section 3.1,
 * HCUG). An image of one slice counts as one layer of voxels.
 */
final class MorphologyFeatures {
  private final RoiGrid roi;
  private final FeatureList out;
  private final SurfaceMesh mesh;
  private final Hull hull;

  private MorphologyFeatures(RoiGrid roi, FeatureList out) {
    this.roi = roi;
    this.out = out;
    this.mesh = new SurfaceMesh(roi);
    this.hull = Hull.of(mesh, roi.spacing());
  }

  static void measure(RoiGrid roi, FeatureList out) {
    MorphologyFeatures features = new MorphologyFeatures(roi, out);
    Ellipsoid axes = Ellipsoid.ofPrincipalAxes(roi);
    features.size();
    features.roundness();
    features.axes(axes);
    features.densities(axes);
    features.intensities();
  }

  private void size() {
    out.add("morph_volume", "Volume (mesh)", mesh.volume());
    out.add("morph_vol_approx", "Volume (voxel counting)", roi.shape().length * roi.voxelVolume());
    out.add("morph_area_mesh", "Surface area (mesh)", mesh.area());
    out.add("morph_av", "Surface to volume ratio", mesh.area() / mesh.volume());
  }

  /** How near the region comes to a sphere (SKGS, BQWJ, KRCK, QCFX, 25C7). */
  private void roundness() {
    double a = mesh.area();
    double v = mesh.volume();
    double compactness = 36 * Math.PI * v * v / (a * a * a);
    out.add("morph_comp_1", "Compactness 1", v / (Math.sqrt(Math.PI) * Math.pow(a, 1.5)));
    out.add("morph_comp_2", "Compactness 2", compactness);
    out.add("morph_sph_dispr", "Spherical disproportion", 1 / Math.cbrt(compactness));
    out.add("morph_sphericity", "Sphericity", Math.cbrt(compactness));
    out.add("morph_asphericity", "Asphericity", Math.cbrt(1 / compactness) - 1);
    out.add("morph_com", "Centre of mass shift", centreShift());
    out.add("morph_diam", "Maximum 3D diameter", hull.diameter());
  }

  /** Distance of the centre of the voxels from the centre of the intensities (KLMA). */
  private double centreShift() {
    double[] geometric = new double[3];
    for (int voxel : roi.shape()) {
      addPosition(geometric, voxel, 1.0 / roi.shape().length);
    }
    double[] weighted = new double[3];
    double total = 0;
    for (int n = 0; n < roi.voxels().length; n++) {
      addPosition(weighted, roi.voxels()[n], roi.intensities()[n]);
      total += roi.intensities()[n];
    }
    for (int axis = 0; axis < 3; axis++) {
      weighted[axis] /= total;
    }
    return Vectors.length(Vectors.minus(geometric, weighted));
  }

  private void addPosition(double[] sum, int voxel, double weight) {
    sum[0] += weight * roi.column(voxel) * roi.spacing()[0];
    sum[1] += weight * roi.row(voxel) * roi.spacing()[1];
    sum[2] += weight * roi.slice(voxel) * roi.spacing()[2];
  }

  /** Full axes are twice the ellipsoid's semi-axes (TDIC, P9VJ, 7J51, Q3CK, N17B). */
  private void axes(Ellipsoid axes) {
    out.add("morph_pca_maj_axis", "Major axis length", 2 * axes.a());
    out.add("morph_pca_min_axis", "Minor axis length", 2 * axes.b());
    out.add("morph_pca_least_axis", "Least axis length", 2 * axes.c());
    out.add("morph_pca_elongation", "Elongation", axes.b() / axes.a());
    out.add("morph_pca_flatness", "Flatness", axes.c() / axes.a());
  }

  private void densities(Ellipsoid axes) {
    addBox("aabb", "axis-aligned bounding box", hull.extent());
    addBox("ombb", "oriented minimum bounding box", OrientedBox.extents(hull));
    addDensity("aee", "approximate enclosing ellipsoid", axes.volume(), axes.area());
    Ellipsoid smallest = Ellipsoid.around(hull.vertices());
    addDensity("mvee", "minimum volume enclosing ellipsoid", smallest.volume(), smallest.area());
    addDensity("conv_hull", "convex hull", hull.volume(), hull.area());
  }

  private void addBox(String key, String words, double[] extents) {
    double x = extents[0];
    double y = extents[1];
    double z = extents[2];
    addDensity(key, words, x * y * z, 2 * (x * y + x * z + y * z));
  }

  private void addDensity(String key, String words, double volume, double area) {
    out.add("morph_vol_dens_" + key, "Volume density (" + words + ")", mesh.volume() / volume);
    out.add("morph_area_dens_" + key, "Area density (" + words + ")", mesh.area() / area);
  }

  private void intensities() {
    double mean = new Distribution(roi.intensities()).mean();
    SpatialCorrelation correlation = new SpatialCorrelation(roi);
    out.add("morph_integ_int", "Integrated intensity", mesh.volume() * mean);
    out.add("morph_moran_i", "Moran's I index", correlation.moran());
    out.add("morph_geary_c", "Geary's C measure", correlation.geary());
  }
}
