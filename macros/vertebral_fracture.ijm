// Finds the class of an osteoporotic vertebral fracture on an X-ray, and saves the heat map.
//
//   ./radcam macro macros/vertebral_fracture.ijm "xr=FILE roi=FILE output=DIR"
//
// xr: X-ray that knows its pixel size (DICOM, NIfTI); roi: mask of one vertebra (pixels other than 0) or
// ImageJ's ROI file. Further options: model=ID heatmap=predicted|CLASS method=grad-cam
// device=auto|cpu|cuda.
// The folder gets heatmap.tif (32 bit), overlay.png and result.csv.
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
options = "roifile=[" + roi + "] overlay=true heatimage=true";

// What is known of the patient and how to answer, handed on as it is.
others = newArray("model", "heatmap", "method", "device");
for (i = 0; i < others.length; i++) {
  value = option(others[i]);
  if (value != "") options = options + " " + others[i] + "=[" + value + "]";
}

selectImage(reference);
before = nImages;
run("Vertebra: Osteoporotic Fracture Class 0, 1 or 2...", options);

if (nImages == before) exit("There is no heat map to save.");

// The heat map, an image of its own, is in front now: 32 bit, in logit units.
saveAs("Tiff", output + File.separator + "heatmap.tif");
selectImage(reference);
run("Flatten");
saveAs("PNG", output + File.separator + "overlay.png");
saveAs("Results", output + File.separator + "result.csv");

classes = newArray("class_0", "class_1", "class_2");
for (row = 0; row < nResults; row++) {
  line = "Fracture: " + getResultString("Predicted", row);
  for (i = 0; i < classes.length; i++) {
    line = line + ", " + classes[i] + " " + d2s(getResult("p_" + classes[i], row), 4);
  }
  print(line);
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
