package org.radcam.zoo.train;

import java.nio.file.Path;

/**
 * One labelled image to learn from.
 *
 * @param id how tables name it; unique
 * @param patient whose image it is: all images of one patient stay together in every split
 * @param image the image file
 * @param label index of the true class among the task's classes
 * @param stratum a circumstance that should not be mistaken for the answer, for example the view;
 *     empty where none is given
 * @param heldOut whether it is kept out of all training, for one test at the end
 */
public record TrainingCase(
    String id, String patient, Path image, int label, String stratum, boolean heldOut) {}
