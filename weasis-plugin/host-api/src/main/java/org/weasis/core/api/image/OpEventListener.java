package org.weasis.core.api.image;

public interface OpEventListener {}
