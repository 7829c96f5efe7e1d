package org.radcam.radiomics;

/** The families of features, in the order of the IBSI reference manual (chapter 3). */
public enum FeatureFamily {
  /** Shape and size of the region (section 3.1). */
  MORPHOLOGY,
  /** Peaks of the intensity (section 3.2). */
  LOCAL_INTENSITY,
  /** Statistics of the intensities (section 3.3). */
  STATISTICS,
  /** Statistics of the discretised intensities (section 3.4). */
  HISTOGRAM,
  /** Intensity-volume histogram (section 3.5). */
  VOLUME_HISTOGRAM,
  /** Grey level co-occurrence matrix, GLCM (section 3.6). */
  COOCCURRENCE,
  /** Grey level run length matrix, GLRLM (section 3.7). */
  RUN_LENGTH,
  /** Grey level size zone matrix, GLSZM (section 3.8). */
  SIZE_ZONE,
  /** Grey level distance zone matrix, GLDZM (section 3.9). */
  DISTANCE_ZONE,
  /** Neighbourhood grey tone difference matrix, NGTDM (section 3.10). */
  TONE_DIFFERENCE,
  /** Neighbouring grey level dependence matrix, NGLDM (section 3.11). */
  DEPENDENCE
}
