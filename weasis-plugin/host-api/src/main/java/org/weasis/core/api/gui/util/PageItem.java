package org.weasis.core.api.gui.util;

import java.util.List;

public interface PageItem {
  void resetToDefaultValues();

  String getTitle();

  List<PageItem> getSubPages();

  void closeAdditionalWindow();
}
