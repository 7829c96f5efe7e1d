// Tells osteoid from chondroid matrix in a bone tumour on CT, and saves the heat map.
//
//   ./radcam macro macros/bone_matrix.ijm "ct=FILE roi=FILE sex=female age=34 output=DIR"
//
// ct: NIfTI, NRRD, DICOM file or folder of a DICOM series; roi: mask on its grid (voxels other than 0
// are the tumour) or ImageJ's ROI file. Further options: mineralisation_location=central
// pathological_fracture=absent model=ID heatmap=predicted|CLASS method=grad-cam device=auto|cpu|cuda.
// What is not known is left out, or unknown.
// The folder gets result.csv and, where the model has a heat map, heatmap.tif (32 bit) and overlay.png
// (the slice with the most heat).
// Values with blanks stand in brackets: output=[my results].

roi = option("roi");
output = option("output");
ct = option("ct");
if (output == "") {
  exit("bone_matrix.ijm needs an argument: ct=FILE roi=FILE output=DIR");
}
File.makeDirectory(output);
if (ct != "") {
  run("Open Volume...", "path=[" + ct + "]");
  reference = getImageID();
}
options = "overlay=true heatimage=true";
if (roi != "") options = options + " roifile=[" + roi + "]";

// What is known of the patient and how to answer, handed on as it is.
others = newArray("sex", "age", "mineralisation_location", "pathological_fracture", "model", "heatmap", "method", "device");
for (i = 0; i < others.length; i++) {
  value = option(others[i]);
  if (value != "") options = options + " " + others[i] + "=[" + value + "]";
}

if (ct != "") selectImage(reference);
before = nImages;
first = nResults;
run("Bone Tumour: Osteoid or Chondroid Matrix...", options);

saveRows(first, output + File.separator + "result.csv");

classes = newArray("osteoid", "chondroid");
for (row = first; row < nResults; row++) {
  line = "Matrix: " + getResultString("Predicted", row);
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

// The slice of the heat map with the highest value; slices that the network did not see are NaN.
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
