package org.weasis.core.ui.model.utils;

public interface ImageStatistics {}
