package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.mix;
import static org.radcam.zoo.phantom.Curves.step;

/**
 * A vertebral body as rays see it from the side: spongy bone in a shell of cortex, summed up along
 * the ray, so that endplates and walls are bright where the ray runs along them, and double where
 * it runs askew.
 *
 * <p>Places are in mm in the body's own frame: u to the back, v down, the origin in the middle of
 * the intact body.
 */
final class VertebraBody {
  /** Sheets across the body in which the ray is followed. */
  private static final int SHEETS = 13;

  private static final int POINTS = 129;
  private static final double WALL_MM = 0.9;

  /** Half the width across, in half depths: bodies are a little wider than deep. */
  private static final double HALF_WIDTH = 1.15;

  /** Corners are rounded over about this length. */
  private static final double ROUND_MM = 3;

  /** How far beyond its half depth and half height a body may reach with its bulges. */
  private static final double REACH_MM = 6;

  final double height;
  final double depth;
  private final Collapse collapse;
  private final BoneQuality quality;
  private final double[][] upper = new double[SHEETS][POINTS];
  private final double[][] lower = new double[SHEETS][POINTS];
  private final double[] front = new double[SHEETS];
  private final double[] back = new double[SHEETS];
  private final double[] soft = new double[SHEETS];
  private final double[] askewU = new double[SHEETS];
  private final double[] askewV = new double[SHEETS];
  private final LatticeNoise spongy;

  /**
   * A body.
   *
   * @param height of the intact body
   * @param depth half the way from front to back
   * @param tilt by how much the ray runs up and forward for each mm that it goes across, v then u
   */
  VertebraBody(
      double height,
      double depth,
      double[] tilt,
      BoneQuality quality,
      Collapse collapse,
      Draw draw) {
    this.height = height;
    this.depth = depth;
    this.collapse = collapse;
    this.quality = quality;
    double dish = draw.between(0.8, 2.0);
    spongy = new LatticeNoise(draw, 0.9, 3);
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      double w = 2 * (sheet + 0.5) / SHEETS - 1;
      double w4 = w * w * w * w;
      front[sheet] = -depth * (1.2 * Math.sqrt(1 - w4) - 0.2);
      back[sheet] = depth * (0.90 + 0.10 * w * w) * Math.sqrt(1 - w4 * w4);
      askewV[sheet] = tilt[0] * w * HALF_WIDTH * depth;
      askewU[sheet] = tilt[1] * w * HALF_WIDTH * depth;
      for (int n = 0; n < POINTS; n++) {
        double u = 2.4 * n / (POINTS - 1) - 1.2;
        double hollow = dish * Math.max(0, 1 - u * u) * (1 - w * w);
        upper[sheet][n] = -0.5 * height + hollow + collapse.upperDrop(u, w, height, depth);
        lower[sheet][n] = 0.5 * height - hollow - collapse.lowerRise(u, w, height, depth);
      }
    }
    // A sheet stands for all between its neighbours: its wall is as wide as theirs are apart.
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      int one = Math.max(0, sheet - 1);
      int other = Math.min(SHEETS - 1, sheet + 1);
      soft[sheet] = 0.5 * Math.abs(front[other] - front[one]) / (other - one) + 0.3;
    }
  }

  /** Attenuation of the whole way through the body. */
  double attenuation(double u, double v) {
    if (Math.abs(u) > depth + REACH_MM || Math.abs(v) > 0.5 * height + REACH_MM) {
      return 0;
    }
    double sum = 0;
    double grain = 1 + quality.coarse() * spongy.at(u, 0.3 * v);
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      sum += bone(sheet, u + askewU[sheet], v + askewV[sheet], grain);
    }
    return sum / SHEETS;
  }

  private double bone(int sheet, double u, double v, double grain) {
    double top = endplate(upper[sheet], u);
    double bottom = endplate(lower[sheet], u);
    double fromPlate = Math.min(v - top, bottom - v);
    double fromWall = fromWall(sheet, u, v, top, bottom);
    double border = soft[sheet];
    if (fromPlate <= -0.3 || fromWall <= -border) {
      return 0;
    }
    double inside = rounded(fromWall + border, fromPlate);
    double there = step(-0.3, 0.3, inside) * step(-border, border, fromWall);
    double wall = shell(fromWall / Math.max(1, border)) * Math.min(1, 0.6 / border);
    double core = quality.spongy() * grain * collapse.impactionAt(v - top);
    return there * mix(core, quality.cortical(), Math.max(shell(fromPlate), wall));
  }

  private static double shell(double inside) {
    return step(1.3 * WALL_MM, 0.5 * WALL_MM, inside);
  }

  /** Whether a place is within the body's outline or at most that far, in mm, outside it. */
  boolean outlined(double u, double v, double margin) {
    if (Math.abs(u) > depth + REACH_MM + margin || Math.abs(v) > 0.5 * height + REACH_MM + margin) {
      return false;
    }
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      double atU = u + askewU[sheet];
      double atV = v + askewV[sheet];
      double top = endplate(upper[sheet], atU);
      double bottom = endplate(lower[sheet], atU);
      double fromPlate = Math.min(atV - top, bottom - atV);
      if (rounded(fromWall(sheet, atU, atV, top, bottom), fromPlate) > -margin) {
        return true;
      }
    }
    return false;
  }

  /** The smaller of two distances from a border, less where they are alike: rounds a corner. */
  private static double rounded(double one, double other) {
    double alike = Math.max(0, ROUND_MM - Math.abs(one - other));
    return Math.min(one, other) - alike * alike / (4 * ROUND_MM);
  }

  /** Distance from the front or back wall, whichever is nearer; negative outside. */
  private double fromWall(int sheet, double u, double v, double top, double bottom) {
    double share = Curves.clamp((v - top) / (bottom - top));
    double waist = 1.6 * (1 - (2 * share - 1) * (2 * share - 1));
    double before = front[sheet] + waist - collapse.frontStep(share);
    double behind = back[sheet] - 0.7 * waist + collapse.backBulge(share);
    return Math.min(u - before, behind - u);
  }

  private double endplate(double[] heights, double u) {
    double place = Curves.clamp((u / depth + 1.2) / 2.4) * (POINTS - 1);
    int first = Math.min(POINTS - 2, (int) place);
    return mix(heights[first], heights[first + 1], place - first);
  }
}
