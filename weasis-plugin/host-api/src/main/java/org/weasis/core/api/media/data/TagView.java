package org.weasis.core.api.media.data;

public class TagView {
  TagView() {}
}
