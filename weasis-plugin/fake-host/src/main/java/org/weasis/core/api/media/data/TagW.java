package org.weasis.core.api.media.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tags of the test host that are not DICOM's; as in Weasis, equal if id and keyword are. */
public class TagW {
  private static final Map<String, TagW> ALL = new ConcurrentHashMap<>();
  private static int lastId = 1;

  public static final TagW PatientPseudoUID = own("PatientPseudoUID");
  public static final TagW ExplorerModel = own("ExplorerModel");
  public static final TagW PresentationModel = own("PresentationModel");
  public static final TagW SplitSeriesNumber = own("SplitSeriesNumber");
  public static final TagW SeriesOpen = own("SeriesOpen");
  public static final TagW ImageWidth = own("ImageWidth");
  public static final TagW ImageHeight = own("ImageHeight");
  public static final TagW SlicePosition = own("SlicePosition");
  public static final TagW SubseriesInstanceUID = own("SubseriesInstanceUID");
  public static final TagW MonoChrome = own("MonoChrome");

  private final int id;
  private final String keyword;

  public TagW(int id, String keyword, TagType type) {
    this.id = id;
    this.keyword = keyword;
  }

  private static TagW own(String keyword) {
    TagW tag = new TagW(lastId++, keyword, null);
    ALL.put(keyword, tag);
    return tag;
  }

  public int getId() {
    return id;
  }

  public String getKeyword() {
    return keyword;
  }

  public String getDisplayedName() {
    return keyword;
  }

  @Override
  public String toString() {
    return keyword;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TagW tag && tag.id == id && tag.keyword.equals(keyword);
  }

  @Override
  public int hashCode() {
    return id;
  }

  public String getFormattedTagValue(Object value, String format) {
    return value == null ? "" : value.toString();
  }

  public static TagW get(String keyword) {
    return ALL.get(keyword);
  }

  public static <T> T getTagValue(TagReadable tags, TagW tag, Class<T> type) {
    Object value = tags == null ? null : tags.getTagValue(tag);
    return type.isInstance(value) ? type.cast(value) : null;
  }

  /** Kinds of values; the test host does not tell them apart. */
  public enum TagType {}
}
