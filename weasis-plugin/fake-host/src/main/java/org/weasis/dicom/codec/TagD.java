package org.weasis.dicom.codec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.radcam.weasis.fakehost.Elements;
import org.weasis.core.api.media.data.TagReadable;
import org.weasis.core.api.media.data.TagW;

/** Tags of DICOM in the test host, those of its dictionary. */
public class TagD extends TagW {
  private static final Map<Integer, TagW> STANDARD = new ConcurrentHashMap<>();

  public TagD(int tag) {
    super(tag, Elements.of(tag).map(Elements.Element::keyword).orElse("Tag" + tag), null);
  }

  @Override
  public String getFormattedTagValue(Object value, String format) {
    return super.getFormattedTagValue(value, format);
  }

  public static TagW get(int tag) {
    return STANDARD.computeIfAbsent(tag, TagD::new);
  }

  public static TagW get(String keyword) {
    return Elements.of(keyword).map(element -> get(element.tag())).orElse(null);
  }

  public static TagW getNullable(int tag) {
    return Elements.of(tag).isPresent() ? get(tag) : null;
  }

  public static String getKeywordFromTag(int tag, String privateCreator) {
    return privateCreator == null
        ? Elements.of(tag).map(Elements.Element::keyword).orElse(null)
        : null;
  }

  public static Object getTagValue(TagReadable tags, int tag) {
    return tags == null ? null : tags.getTagValue(get(tag));
  }

  public static <T> T getTagValue(TagReadable tags, int tag, Class<T> type) {
    return TagW.getTagValue(tags, get(tag), type);
  }

  /** An age as it stands in the header, in words: {@code 045Y} is 45 years. */
  public static String getDicomPeriod(String age) {
    if (age == null || age.length() < 2) {
      return "";
    }
    int number = Integer.parseInt(age.substring(0, age.length() - 1).strip());
    return switch (age.charAt(age.length() - 1)) {
      case 'Y' -> number + " years";
      case 'M' -> number + " months";
      case 'W' -> number + " weeks";
      case 'D' -> number + " days";
      default -> "";
    };
  }

  public static String getDicomPersonName(String name) {
    return name == null ? "" : name.replace("^", ", ");
  }

  public static String getDicomPatientSex(String sex) {
    return sex == null ? "" : sex;
  }
}
