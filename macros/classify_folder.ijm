// Classifies every image of a folder (PNG, JPEG, TIFF, uncompressed DICOM) and leaves in the output
// folder results.csv and, for each image, overlay.png, heatmap.tif and result.json.
//
//   ./radcam macro macros/classify_folder.ijm "task=chest-xray input=DIR output=DIR"
//
// Further options: model=ID device=auto|cpu|cuda heatmap=predicted|none|CLASS method=grad-cam
// strict=true opacity=0.5 colours=Turbo threshold=0.2. Folders with blanks: input=[my images].
// A second run with the same output folder goes on where the first one ended.

options = getArgument();
if (options == "") {
  exit("classify_folder.ijm needs an argument: task=chest-xray input=DIR output=DIR");
}
run("Classify Folder...", options);
