// Tells the primary site of brain metastases on MRI, lesion by lesion and for the patient, and saves the
// heat maps.
//
//   ./radcam macro macros/brain_metastasis.ijm "ce_t1wi=FILE t1wi=FILE t2wi=FILE t2_flair=FILE dwi=FILE roi=FILE output=DIR"
//
// Images: NIfTI, NRRD, DICOM file or folder of a DICOM series, each on its own grid; roi: mask on the grid of
// the first (voxels other than 0 are metastases). Further options: lesions=each (every separate part of the
// mask is a lesion; if two or more have an answer, the last row is their mean, the patient's)
// stage=final|origin|lung|non_lung model=ID heatmap=predicted|CLASS method=grad-cam
// device=auto|cpu|cuda acceptframes=true.
// The folder gets result.csv and, where the model has a heat map, heatmap.tif (32 bit) and overlay.png
// (the slice with the most heat).
// Values with blanks stand in brackets: output=[my results].

roi = option("roi");
output = option("output");
if (output == "") {
  exit("brain_metastasis.ijm needs an argument: ce_t1wi=FILE t1wi=FILE t2wi=FILE t2_flair=FILE dwi=FILE roi=FILE output=DIR");
}
File.makeDirectory(output);

// The images that are given; the first of them is the reference, whose grid the region is on.
roles = newArray("ce_t1wi", "t1wi", "t2wi", "t2_flair", "dwi");
options = "overlay=true heatimage=true";
if (roi != "") options = options + " roifile=[" + roi + "]";
reference = 0;
for (i = 0; i < roles.length; i++) {
  file = option(roles[i]);
  if (file != "") {
    run("Open Volume...", "path=[" + file + "]");
    if (reference == 0) reference = getImageID();
    options = options + " " + roles[i] + "=" + getImageID();
  }
}

// What is known of the patient and how to answer, handed on as it is.
others = newArray("lesions", "stage", "acceptframes", "model", "heatmap", "method", "device");
for (i = 0; i < others.length; i++) {
  value = option(others[i]);
  if (value != "") options = options + " " + others[i] + "=[" + value + "]";
}
before = nImages;
first = nResults;
run("Brain Metastasis: Primary Site...", options);

saveRows(first, output + File.separator + "result.csv");

classes = newArray("sclc", "nsclc", "bc", "gic");
for (row = first; row < nResults; row++) {
  line = "Primary site: " + getResultString("Predicted", row);
  for (i = 0; i < classes.length; i++) {
    line = line + ", " + classes[i] + " " + d2s(getResult("p_" + classes[i], row), 4);
  }
  print(line);
}

// Where there is a heat map (not with heatmap=none, nor of a model that has none), it is in front now, an
// image of its own: 32 bit, in logit units.
if (nImages > before) {
  saveAs("Tiff", output + File.separator + "heatmap.tif");
  slice = hottestSlice();
  selectImage(reference);
  setSlice(slice);
  run("Flatten", "slice");
  saveAs("PNG", output + File.separator + "overlay.png");
}

// The value of key in the macro's argument, or "".
function option(key) {
  text = " " + getArgument() + " ";
  start = indexOf(text, " " + key + "=");
  if (start < 0) return "";
  start = start + lengthOf(key) + 2;
  end = indexOf(text, " ", start);
  if (substring(text, start, start + 1) == "[") {
    start = start + 1;
    end = indexOf(text, "]", start);
  }
  return substring(text, start, end);
}

// The slice of the (first) heat map with the highest value; slices that the network did not see are NaN.
// Maps of several lesions or stages are channels.
function hottestSlice() {
  hottest = 1;
  most = -1e30;
  getDimensions(width, height, channels, slices, frames);
  for (slice = 1; slice <= slices; slice++) {
    if (Stack.isHyperstack) Stack.setPosition(1, slice, 1);
    else setSlice(slice);
    getStatistics(area, mean, min, max);
    if (max > most) {
      most = max;
      hottest = slice;
    }
  }
  return hottest;
}

// The rows of the Results table from this one on; those before are of earlier runs.
function saveRows(first, file) {
  saveAs("Results", file);
  if (first > 0) {
    lines = split(File.openAsString(file), "\n");
    text = lines[0] + "\n";
    for (row = first + 1; row < lines.length; row++) {
      text = text + lines[row] + "\n";
    }
    File.saveString(text, file);
  }
}
