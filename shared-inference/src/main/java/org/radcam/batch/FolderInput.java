package org.radcam.batch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFile;
import org.radcam.io.ImageFiles;

/** The images of a folder, for a model of one image role; each slice is a case of its own. */
final class FolderInput implements BatchInput {
  private final BatchRequest request;
  private final String role;

  FolderInput(BatchRequest request, String role) {
    this.request = request;
    this.role = role;
  }

  @Override
  public List<CaseSource> sources() throws IOException {
    List<Path> files = BatchFiles.list(request.input(), request.output());
    if (files.isEmpty()) {
      throw new UserException("The folder '" + request.input() + "' holds no image.");
    }
    return files.stream().<CaseSource>map(FileSource::new).toList();
  }

  @Override
  public Comparator<String> order() {
    return CaseNames.ORDER;
  }

  @Override
  public boolean hasPatients() {
    return false;
  }

  @Override
  public boolean everyGrid() {
    return false;
  }

  @Override
  public void claim(JsonObject note) {
    // A folder has no settings of its own.
  }

  private final class FileSource implements CaseSource {
    private final Path path;
    private final String name;

    FileSource(Path path) {
      this.path = path;
      this.name = CaseNames.ofFile(request.input(), path);
    }

    @Override
    public CaseOrigin origin() {
      return CaseOrigin.of(name);
    }

    @Override
    public String folder() {
      return name;
    }

    @Override
    public Content open() throws IOException {
      ImageFile file = ImageFiles.open(path);
      return new Content() {
        @Override
        public String sha256() {
          return file.sha256();
        }

        @Override
        public List<BatchCase> cases() throws IOException {
          return new Slices(name, file.decode());
        }
      };
    }
  }

  private final class Slices extends AbstractList<BatchCase> {
    private final String file;
    private final SourceImage image;

    Slices(String file, SourceImage image) {
      this.file = file;
      this.image = image;
    }

    @Override
    public BatchCase get(int k) {
      String name = CaseNames.ofSlice(file, k + 1, size());
      return new BatchCase(
          name,
          "",
          name,
          () -> {
            Volume volume = size() == 1 ? image.volume() : image.volume().slice(k);
            SourceImage slice = new SourceImage(name, volume, image.traits(), image.placement());
            return Case.of(role, slice, Optional.empty());
          });
    }

    @Override
    public int size() {
      return image.geometry().size().slices();
    }
  }
}
