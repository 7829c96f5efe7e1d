// Finds the class of an osteoporotic vertebral fracture on an X-ray, and saves the heat map.
//
//   ./radcam macro macros/vertebral_fracture.ijm "xr=FILE roi=FILE output=DIR"
//
// xr: X-ray that knows its pixel size (DICOM, NIfTI); roi: mask of one vertebra (pixels other than 0) or
// ImageJ's ROI file. Further options: model=ID heatmap=predicted|CLASS method=grad-cam
// device=auto|cpu|cuda.
// The folder gets result.csv and, where the model has a heat map, heatmap.tif (32 bit) and overlay.png.
// Values with blanks stand in brackets: output=[my results].

roi = option("roi");
output = option("output");
xr = option("xr");
if (xr == "" || roi == "" || output == "") {
  exit("vertebral_fracture.ijm needs an argument: xr=FILE roi=FILE output=DIR");
}
File.makeDirectory(output);
run("Open Volume...", "path=[" + xr + "]");
reference = getImageID();
options = "overlay=true heatimage=true";
if (roi != "") options = options + " roifile=[" + roi + "]";

// What is known of the patient and how to answer, handed on as it is.
others = newArray("model", "heatmap", "method", "device");
for (i = 0; i < others.length; i++) {
  value = option(others[i]);
  if (value != "") options = options + " " + others[i] + "=[" + value + "]";
}

selectImage(reference);
before = nImages;
first = nResults;
run("Vertebra: Osteoporotic Fracture Class 0, 1 or 2...", options);

saveRows(first, output + File.separator + "result.csv");

classes = newArray("class_0", "class_1", "class_2");
for (row = first; row < nResults; row++) {
  line = "Fracture: " + getResultString("Predicted", row);
  for (i = 0; i < classes.length; i++) {
    line = line + ", " + classes[i] + " " + d2s(getResult("p_" + classes[i], row), 4);
  }
  print(line);
}

// Where there is a heat map (not with heatmap=none, nor of a model that has none), it is in front now, an
// image of its own: 32 bit, in logit units.
if (nImages > before) {
  saveAs("Tiff", output + File.separator + "heatmap.tif");
  selectImage(reference);
  run("Flatten");
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
