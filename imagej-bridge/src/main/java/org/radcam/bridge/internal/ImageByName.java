package org.radcam.bridge.internal;

import ij.ImagePlus;
import ij.WindowManager;
import java.lang.reflect.Type;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.scijava.util.Types;

/** Finds the open image that a macro names by its ID or its title. */
@Plugin(type = Converter.class)
public final class ImageByName extends AbstractConverter<String, ImagePlus> {
  @Override
  public boolean canConvert(Object source, Type target) {
    return canConvert(source, Types.raw(target));
  }

  @Override
  public boolean canConvert(Object source, Class<?> target) {
    return super.canConvert(source, target) && find((String) source) != null;
  }

  @Override
  public <T> T convert(Object source, Class<T> target) {
    return target.cast(find((String) source));
  }

  private static ImagePlus find(String name) {
    ImagePlus byId =
        name.matches("-?\\d{1,9}") ? WindowManager.getImage(Integer.parseInt(name)) : null;
    return byId != null ? byId : WindowManager.getImage(name);
  }

  @Override
  public Class<ImagePlus> getOutputType() {
    return ImagePlus.class;
  }

  @Override
  public Class<String> getInputType() {
    return String.class;
  }
}
