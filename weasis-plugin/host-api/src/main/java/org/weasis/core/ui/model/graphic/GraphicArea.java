package org.weasis.core.ui.model.graphic;

import org.weasis.core.ui.model.utils.ImageStatistics;

public interface GraphicArea extends Graphic, ImageStatistics {}
