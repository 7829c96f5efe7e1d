package org.radcam.io;

/**
 * A series of DICOM images in a folder, with nothing of the patient.
 *
 * @param uid Series Instance UID, by which {@link ImageFiles#readSeries} is told which one to read
 * @param modality for example {@code CT}; empty where the files do not say
 * @param images how many images the folder holds of it
 */
public record DicomSeries(String uid, String modality, int images) {}
