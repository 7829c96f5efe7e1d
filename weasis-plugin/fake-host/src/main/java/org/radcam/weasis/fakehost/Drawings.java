package org.radcam.weasis.fakehost;

import org.weasis.core.ui.model.AbstractGraphicModel;

/** The drawings of one image. */
public final class Drawings extends AbstractGraphicModel {}
